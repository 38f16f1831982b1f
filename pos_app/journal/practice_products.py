"""A corner shop's shelf to practise with: invented articles, real-looking codes."""

from __future__ import annotations

from pos_app.domain.catalog import Product
from pos_app.domain.money import Rupiah

_SHELF: tuple[tuple[str, str, int, int], ...] = (
    ("Susu UHT Cokelat 1 L", "8990417300018", 19_500, 34),
    ("Susu UHT Full Cream 1 L", "8990417300025", 19_500, 28),
    ("Susu UHT Stroberi 250 ml", "8990417300131", 6_500, 61),
    ("Susu Kental Manis Putih 370 g", "8990552810044", 13_900, 45),
    ("Susu Kental Manis Cokelat 370 g", "8990552810051", 13_900, 0),
    ("Susu Bubuk Anak 400 g", "8990638820377", 52_500, 12),
    ("Kopi Susu Gula Aren 250 ml", "8990771600203", 18_000, 18),
    ("Teh Susu Botol 350 ml", "8990771600418", 7_500, 22),
    ("Biskuit Susu Kaleng 300 g", "8990824410096", 38_000, 9),
    ("Air Mineral 600 ml", "8990103200017", 4_000, 144),
    ("Air Mineral 1500 ml", "8990103200024", 7_000, 60),
    ("Teh Melati Botol 350 ml", "8990771600425", 5_500, 48),
    ("Kopi Hitam Sachet 10 × 6 g", "8990771600500", 14_500, 40),
    ("Jus Jambu Kotak 250 ml", "8990771600616", 6_000, 36),
    ("Es Krim Vanila Cup", "8990417300506", 9_000, 24),
    ("Mi Goreng Instan 85 g", "8990286100015", 3_200, 240),
    ("Mi Kuah Ayam Bawang 75 g", "8990286100022", 3_100, 200),
    ("Telur Ayam 1 kg", "", 29_500, 35),
    ("Beras Pulen 5 kg", "8990331500058", 74_500, 20),
    ("Minyak Goreng Sawit 1 L", "8990331500119", 20_500, 52),
    ("Gula Pasir 1 kg", "8990331500201", 17_800, 44),
    ("Garam Halus 250 g", "8990331500218", 3_500, 70),
    ("Kecap Manis 520 ml", "8990331500317", 24_900, 26),
    ("Sambal Botol 335 ml", "8990331500324", 18_700, 30),
    ("Tepung Terigu 1 kg", "8990331500409", 12_800, 33),
    ("Roti Tawar Gandum 400 g", "8990824410010", 17_500, 14),
    ("Roti Isi Cokelat", "8990824410027", 6_500, 20),
    ("Biskuit Kelapa 120 g", "8990824410102", 8_200, 40),
    ("Permen Mint 40 g", "8990824410201", 5_000, 90),
    ("Keripik Singkong 150 g", "8990824410300", 12_500, 27),
    ("Kacang Kulit 200 g", "8990824410317", 15_500, 25),
    ("Cokelat Batang 58 g", "8990824410409", 13_000, 50),
    ("Sabun Mandi Cair 450 ml", "8990945700013", 24_500, 21),
    ("Sampo Sachet 10 ml", "8990945700112", 1_000, 300),
    ("Pasta Gigi 190 g", "8990945700211", 16_400, 32),
    ("Deterjen Cair 750 ml", "8990945700310", 16_900, 29),
    ("Pembersih Lantai 770 ml", "8990945700327", 14_200, 18),
    ("Tisu Wajah 250 lembar", "8990945700402", 13_500, 38),
    ("Popok Bayi M 34", "8990945700501", 62_000, 7),
    ("Baterai AA isi 2", "8990958800014", 15_900, 45),
    ("Pulpen Hitam", "8990958800113", 4_500, 80),
    ("Buku Tulis 38 lembar", "8990958800120", 5_200, 110),
    ("Kantong Belanja", "", 1_000, 500),
)


def practice_products() -> tuple[Product, ...]:
    """Some forty articles, in the order of the shelf."""
    return tuple(
        Product(f"latihan-{number:03d}", name, barcode, Rupiah(price), stock)
        for number, (name, barcode, price, stock) in enumerate(_SHELF, start=1)
    )
