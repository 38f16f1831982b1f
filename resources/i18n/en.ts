<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="id">
<context>
    <name>actions</name>
    <message>
        <source>Cetak ulang</source>
        <translation>Reprint</translation>
    </message>
</context>
<context>
    <name>attention</name>
    <message>
        <source>Dibayar terlambat, sesudah QR ditutup.</source>
        <translation>Paid late, after the QR was closed.</translation>
    </message>
    <message>
        <source>Dibayar tepat saat dibatalkan. Uangnya masuk.</source>
        <translation>Paid just while it was being cancelled. The money came.</translation>
    </message>
    <message>
        <source>Dibayar dua kali. Satu pembayaran perlu dikembalikan.</source>
        <translation>Paid twice. One payment must be given back.</translation>
    </message>
    <message>
        <source>Jumlah yang dicatat gateway berbeda dari total.</source>
        <translation>The amount at the gateway differs from the total.</translation>
    </message>
    <message>
        <source>Uang yang sudah masuk ditarik kembali.</source>
        <translation>Money that had come was taken back.</translation>
    </message>
    <message>
        <source>Kabar dan jawaban gateway tidak sama.</source>
        <translation>The gateway’s news and its answer differ.</translation>
    </message>
    <message>
        <source>Gateway terlalu lama tidak memberi hasil.</source>
        <translation>The gateway has given no result for too long.</translation>
    </message>
</context>
<context>
    <name>banner</name>
    <message>
        <source>Tutup</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>cancel</name>
    <message>
        <source>Batalkan QR ini? Gateway kami tanya dulu. Kalau ternyata sudah dibayar, pesanan menjadi lunas.</source>
        <translation>Cancel this QR? We ask the gateway first. If it was already paid, the order becomes paid.</translation>
    </message>
    <message>
        <source>Batal beli</source>
        <translation>Changed mind</translation>
    </message>
    <message>
        <source>Pelanggan batal</source>
        <translation>Customer left</translation>
    </message>
    <message>
        <source>Salah barang</source>
        <translation>Wrong item</translation>
    </message>
    <message>
        <source>Salah jumlah</source>
        <translation>Wrong amount</translation>
    </message>
    <message>
        <source>Jangan</source>
        <translation>Keep it</translation>
    </message>
</context>
<context>
    <name>cart</name>
    <message>
        <source>Lunas</source>
        <translation>Paid</translation>
    </message>
    <message>
        <source>Isi penjualan</source>
        <translation>Lines of the sale</translation>
    </message>
    <message>
        <source>Terkunci</source>
        <translation>Locked</translation>
    </message>
    <message>
        <source>Penjualan {number}</source>
        <translation>Sale {number}</translation>
    </message>
    <message>
        <source>Belum ada barang</source>
        <translation>No items yet</translation>
    </message>
    <message>
        <source>Hapus</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Subtotal</source>
        <translation>Subtotal</translation>
    </message>
    <message>
        <source>Diskon</source>
        <translation>Discount</translation>
    </message>
    <message>
        <source>PPN</source>
        <translation>VAT</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Kurangi satu</source>
        <translation>One less</translation>
    </message>
    <message>
        <source>Tambah satu</source>
        <translation>One more</translation>
    </message>
</context>
<context>
    <name>checks</name>
    <message>
        <source>belum ada jawaban</source>
        <translation>no answer yet</translation>
    </message>
    <message>
        <source>sudah dibayar</source>
        <translation>paid</translation>
    </message>
    <message>
        <source>sudah habis</source>
        <translation>expired</translation>
    </message>
    <message>
        <source>sudah dibatalkan</source>
        <translation>cancelled</translation>
    </message>
    <message>
        <source>ditolak</source>
        <translation>refused</translation>
    </message>
    <message>
        <source>belum dibayar</source>
        <translation>not paid</translation>
    </message>
    <message>
        <source>QR dibuat</source>
        <translation>QR made</translation>
    </message>
    <message>
        <source>dibayar</source>
        <translation>paid</translation>
    </message>
    <message>
        <source>habis</source>
        <translation>expired</translation>
    </message>
    <message>
        <source>dibatalkan</source>
        <translation>cancelled</translation>
    </message>
</context>
<context>
    <name>closing</name>
    <message>
        <source>Membatalkan</source>
        <translation>Cancelling</translation>
    </message>
    <message>
        <source>Layani berikutnya</source>
        <translation>Serve the next one</translation>
    </message>
    <message>
        <source>tetap dipantau</source>
        <translation>still watched</translation>
    </message>
    <message>
        <source>QR sudah ditarik. Kami menutupnya di gateway.</source>
        <translation>The QR is withdrawn. We are closing it at the gateway.</translation>
    </message>
    <message>
        <source>Kalau ternyata sudah dibayar, pesanan menjadi lunas.</source>
        <translation>If it was already paid, the order becomes paid.</translation>
    </message>
    <message>
        <source>Tagihan itu sedang ditutup di gateway. Setelah itu QR baru dapat dibuat.</source>
        <translation>That charge is being closed at the gateway. After that a new QR can be made.</translation>
    </message>
</context>
<context>
    <name>counts</name>
    <message>
        <source>1 barang</source>
        <translation>1 item</translation>
    </message>
    <message>
        <source>{count} barang</source>
        <translation>{count} items</translation>
    </message>
    <message>
        <source>1 baris</source>
        <translation>1 line</translation>
    </message>
    <message>
        <source>{count} baris</source>
        <translation>{count} lines</translation>
    </message>
</context>
<context>
    <name>customer</name>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Harga atau jumlah tidak cocok?</source>
        <translation>Price or quantity wrong?</translation>
    </message>
    <message>
        <source>Beri tahu kasir sebelum membayar.</source>
        <translation>Tell the cashier before paying.</translation>
    </message>
    <message>
        <source>Belanjaan Anda</source>
        <translation>Your items</translation>
    </message>
    <message>
        <source>Baru ditambahkan: {name}</source>
        <translation>Just added: {name}</translation>
    </message>
    <message>
        <source>{pieces} barang</source>
        <translation>{pieces} items</translation>
    </message>
    <message>
        <source>Selamat datang di</source>
        <translation>Welcome to</translation>
    </message>
    <message>
        <source>Total dibayar</source>
        <translation>Amount to pay</translation>
    </message>
    <message>
        <source>Belum dibayar</source>
        <translation>Not paid</translation>
    </message>
    <message>
        <source>Kode sedang disiapkan</source>
        <translation>Preparing your code</translation>
    </message>
    <message>
        <source>Sebentar ya. Kode pembayaran akan muncul di layar ini.</source>
        <translation>One moment. The payment code will appear on this screen.</translation>
    </message>
    <message>
        <source>QR sedang disiapkan</source>
        <translation>Preparing your QR</translation>
    </message>
    <message>
        <source>Sebentar ya. QR akan muncul di layar ini.</source>
        <translation>One moment. The QR will appear on this screen.</translation>
    </message>
    <message>
        <source>Kode sedang ditutup</source>
        <translation>The code is being closed</translation>
    </message>
    <message>
        <source>Jangan bayar dengan kode tadi. Kami sedang memastikannya.</source>
        <translation>Do not pay with that code. We are making sure.</translation>
    </message>
    <message>
        <source>QR sedang ditutup</source>
        <translation>The QR is being closed</translation>
    </message>
    <message>
        <source>Jangan pindai QR tadi lagi. Kami sedang memastikannya.</source>
        <translation>Do not scan that QR any more. We are making sure.</translation>
    </message>
    <message>
        <source>Kode tadi sudah ditutup. Kasir dapat membuat kode baru untuk Anda.</source>
        <translation>That code is closed. The cashier can make a new one.</translation>
    </message>
    <message>
        <source>QR tadi sudah ditutup. Kasir dapat membuat QR baru untuk Anda.</source>
        <translation>That QR is closed. The cashier can make a new one.</translation>
    </message>
    <message>
        <source>Saldo Anda sudah terpotong?</source>
        <translation>Money already taken?</translation>
    </message>
    <message>
        <source>Jangan bayar lagi. Beri tahu kasir, kami tanyakan ke bank sekarang juga.</source>
        <translation>Do not pay again. Tell the cashier, we ask the bank right now.</translation>
    </message>
    <message>
        <source>Mohon tunggu sebentar</source>
        <translation>One moment, please</translation>
    </message>
    <message>
        <source>Kami masih menyiapkan pembayaran. Belum ada yang perlu dibayar.</source>
        <translation>We are still preparing the payment. There is nothing to pay yet.</translation>
    </message>
    <message>
        <source>Waktu pembayaran habis</source>
        <translation>Payment time is over</translation>
    </message>
    <message>
        <source>Mohon tunggu kasir</source>
        <translation>Please wait for the cashier</translation>
    </message>
    <message>
        <source>Kasir akan membantu Anda melanjutkan pembayaran.</source>
        <translation>The cashier will help you go on with the payment.</translation>
    </message>
    <message>
        <source>Sudah membayar di toko?</source>
        <translation>Already paid at the store?</translation>
    </message>
    <message>
        <source>Jangan bayar lagi. Tunjukkan struknya kepada kasir, kami tanyakan sekarang juga.</source>
        <translation>Do not pay again. Show the receipt to the cashier, we ask right now.</translation>
    </message>
    <message>
        <source>Terima kasih. Silakan ambil barang Anda.</source>
        <translation>Thank you. Please take your items.</translation>
    </message>
    <message>
        <source>Lunas</source>
        <translation>Paid</translation>
    </message>
    <message>
        <source>Pembayaran diterima {store}</source>
        <translation>Payment received by {store}</translation>
    </message>
    <message>
        <source>Mode latihan</source>
        <translation>Practice mode</translation>
    </message>
    <message>
        <source>Mode sandbox</source>
        <translation>Sandbox mode</translation>
    </message>
    <message>
        <source>Kasir {till}</source>
        <translation>Till {till}</translation>
    </message>
    <message>
        <source>BUKAN PEMBAYARAN ASLI</source>
        <translation>NOT A REAL PAYMENT</translation>
    </message>
    <message>
        <source>Silakan pindai QR di layar kasir.</source>
        <translation>Please scan the QR on the cashier's screen.</translation>
    </message>
    <message>
        <source>Semua aplikasi yang mendukung QRIS, termasuk GoPay</source>
        <translation>Any app that supports QRIS, GoPay included</translation>
    </message>
    <message>
        <source>Nama yang tampil di aplikasi Anda</source>
        <translation>Name shown in your app</translation>
    </message>
    <message>
        <source>Buka aplikasi bank atau dompet digital</source>
        <translation>Open your bank or wallet app</translation>
    </message>
    <message>
        <source>Pindai QR di layar ini</source>
        <translation>Scan the QR on this screen</translation>
    </message>
    <message>
        <source>Cocokkan nama dan jumlah, lalu bayar</source>
        <translation>Check name and amount, then pay</translation>
    </message>
    <message>
        <source>Kode pembayaran Anda</source>
        <translation>Your payment code</translation>
    </message>
    <message>
        <source>Ambil slip dari kasir, atau foto layar ini.</source>
        <translation>Take the slip or photograph this screen.</translation>
    </message>
    <message>
        <source>Barang disimpan sampai pembayaran diterima.</source>
        <translation>Goods are kept until payment arrives.</translation>
    </message>
    <message>
        <source>Bayar tepat</source>
        <translation>Exact amount</translation>
    </message>
    <message>
        <source>Gerai dapat menambah biaya layanan.</source>
        <translation>The store may add a fee.</translation>
    </message>
    <message>
        <source>Bayar paling lambat</source>
        <translation>Pay before</translation>
    </message>
    <message>
        <source>Tunjukkan slip, bayar jumlah yang tepat</source>
        <translation>Show the slip, pay the exact amount</translation>
    </message>
    <message>
        <source>Ambil barang di toko ini dengan struknya</source>
        <translation>Collect your goods here with the receipt</translation>
    </message>
    <message>
        <source>Bayar di kasir {store}</source>
        <translation>Pay at an {store} counter</translation>
    </message>
    <message>
        <source>pukul {time} WIB</source>
        <translation>at {time} WIB</translation>
    </message>
    <message>
        <source>Datang ke {store} mana saja</source>
        <translation>Go to any {store}</translation>
    </message>
    <message>
        <source>Menunggu pembayaran</source>
        <translation>Waiting for payment</translation>
    </message>
    <message>
        <source>Segera selesaikan</source>
        <translation>Please finish now</translation>
    </message>
    <message>
        <source>atau</source>
        <translation>or</translation>
    </message>
    <message>
        <source>Subtotal</source>
        <translation>Subtotal</translation>
    </message>
    <message>
        <source>Bisa juga membayar {ways}.</source>
        <translation>You can also pay by {ways}.</translation>
    </message>
    <message>
        <source>dan</source>
        <translation>and</translation>
    </message>
    <message>
        <source>Diskon</source>
        <translation>Discount</translation>
    </message>
    <message>
        <source>PPN</source>
        <translation>VAT</translation>
    </message>
    <message>
        <source>tunai</source>
        <translation>cash</translation>
    </message>
    <message>
        <source>di {stores}</source>
        <translation>at {stores}</translation>
    </message>
    <message>
        <source>Bayar {ways}</source>
        <translation>Pay by {ways}</translation>
    </message>
    <message>
        <source>dengan kode di {stores}</source>
        <translation>with a code at {stores}</translation>
    </message>
</context>
<context>
    <name>ended</name>
    <message>
        <source>Ubah isi</source>
        <translation>Edit it</translation>
    </message>
    <message>
        <source>buka lagi</source>
        <translation>cart is open</translation>
    </message>
    <message>
        <source>tekan sekali lagi</source>
        <translation>press once more</translation>
    </message>
    <message>
        <source>pelanggan pergi</source>
        <translation>customer left</translation>
    </message>
    <message>
        <source>Penjualan baru</source>
        <translation>New sale</translation>
    </message>
    <message>
        <source>Kata gateway: {detail}</source>
        <translation>The gateway says: {detail}</translation>
    </message>
    <message>
        <source>Saldo pelanggan terpotong? Jangan bayar lagi.</source>
        <translation>Money already taken? Do not pay again.</translation>
    </message>
    <message>
        <source>Tekan Enter, kami tanyakan ke gateway. Uang yang terlambat tetap kami catat.</source>
        <translation>Press Enter, we ask the gateway. Late money is still recorded.</translation>
    </message>
    <message>
        <source>Pembayaran ditolak.</source>
        <translation>The payment was refused.</translation>
    </message>
    <message>
        <source>Keranjang terbuka lagi. Tekan F5 untuk QR baru.</source>
        <translation>The cart is open again. Press F5 for a new QR.</translation>
    </message>
    <message>
        <source>Jangan menagih pelanggan ini lagi.</source>
        <translation>Do not charge this customer again.</translation>
    </message>
    <message>
        <source>Uangnya sudah tercatat. Yang kurang hanya keputusan manajer.</source>
        <translation>The money is recorded. Only a manager decision is missing.</translation>
    </message>
    <message>
        <source>Isi penjualan tidak berubah.</source>
        <translation>The sale is unchanged.</translation>
    </message>
    <message>
        <source>Waktu pembayaran habis.</source>
        <translation>Payment time is over.</translation>
    </message>
    <message>
        <source>QR tadi sudah ditutup. Tekan F5 untuk QR baru, atau ubah isi keranjang.</source>
        <translation>That QR is closed. Press F5 for a new one, or edit the cart.</translation>
    </message>
    <message>
        <source>Pembayaran dibatalkan.</source>
        <translation>The payment was cancelled.</translation>
    </message>
    <message>
        <source>QR sudah ditutup di gateway. Tekan F5 untuk QR baru, atau ubah isi keranjang.</source>
        <translation>The QR is closed at the gateway. Press F5 for a new one, or edit the cart.</translation>
    </message>
    <message>
        <source>Uang masuk terlambat.</source>
        <translation>The money came late.</translation>
    </message>
    <message>
        <source>Uangnya sudah tercatat. Panggil manajer sebelum menyerahkan barang.</source>
        <translation>The money is recorded. Call the manager before handing over the goods.</translation>
    </message>
    <message>
        <source>Uang pembayaran ini dikembalikan.</source>
        <translation>The money of this payment was given back.</translation>
    </message>
    <message>
        <source>Panggil manajer sebelum menyerahkan barang.</source>
        <translation>Call the manager before handing over the goods.</translation>
    </message>
</context>
<context>
    <name>halted</name>
    <message>
        <source>Kembali ke penjualan</source>
        <translation>Back to the sale</translation>
    </message>
</context>
<context>
    <name>in doubt</name>
    <message>
        <source>Pertanyaan ke-{number} · berikutnya {duration} lagi</source>
        <translation>Question {number} · next in {duration}</translation>
    </message>
    <message>
        <source>Dalam pemeriksaan · {duration}</source>
        <translation>Checking · {duration}</translation>
    </message>
    <message>
        <source>Dikirim {count} kali dengan nomor yang sama</source>
        <translation>Sent {count} times with the same number</translation>
    </message>
    <message>
        <source>Jawabannya tidak sampai ke komputer ini</source>
        <translation>Its answer did not reach this computer</translation>
    </message>
    <message>
        <source>Pertanyaan ke-{number} · sedang ditanyakan</source>
        <translation>Question {number} · asking now</translation>
    </message>
    <message>
        <source>Gateway belum menjawab. Kami sedang mencari tahu.</source>
        <translation>The gateway has not answered. We are finding out.</translation>
    </message>
    <message>
        <source>Belum ada QR yang ditampilkan, jadi belum ada yang bisa dibayar.</source>
        <translation>No QR has been shown, so nothing can be paid yet.</translation>
    </message>
    <message>
        <source>tetap dipantau</source>
        <translation>still watched</translation>
    </message>
    <message>
        <source>Batalkan</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>QR ditutup dulu</source>
        <translation>QR is closed first</translation>
    </message>
    <message>
        <source>Permintaan disimpan di komputer ini</source>
        <translation>Request stored on this computer</translation>
    </message>
    <message>
        <source>Tidak akan hilang walau listrik padam</source>
        <translation>Safe even if the power fails</translation>
    </message>
    <message>
        <source>Dikirim ke gateway, belum ada jawaban</source>
        <translation>Sent to the gateway, no answer yet</translation>
    </message>
    <message>
        <source>Menanyakan ulang dengan nomor yang sama</source>
        <translation>Asking again with the same number</translation>
    </message>
    <message>
        <source>sekarang</source>
        <translation>now</translation>
    </message>
    <message>
        <source>Sudah tercatat: QR ditampilkan. Belum: QR baru dibuat.</source>
        <translation>Found: the QR is shown. Not found: a new QR is made.</translation>
    </message>
    <message>
        <source>Tidak pernah dua tagihan sekaligus</source>
        <translation>Never two charges at once</translation>
    </message>
    <message>
        <source>Tunda</source>
        <translation>Park</translation>
    </message>
    <message>
        <source>Simpan ke tertunda</source>
        <translation>Move to pending</translation>
    </message>
</context>
<context>
    <name>lights</name>
    <message>
        <source>Printer</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>Layar</source>
        <translation>Display</translation>
    </message>
    <message>
        <source>Layar pelanggan</source>
        <translation>Customer display</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>Gateway</translation>
    </message>
    <message>
        <source>Relay</source>
        <translation>Relay</translation>
    </message>
    <message>
        <source>terputus</source>
        <translation>disconnected</translation>
    </message>
    <message>
        <source>belum menjawab</source>
        <translation>no answer yet</translation>
    </message>
    <message>
        <source>terputus {duration}</source>
        <translation>down for {duration}</translation>
    </message>
    <message>
        <source>tidak tersambung</source>
        <translation>not connected</translation>
    </message>
    <message>
        <source>kertas habis</source>
        <translation>out of paper</translation>
    </message>
    <message>
        <source>kertas tipis</source>
        <translation>paper low</translation>
    </message>
    <message>
        <source>tutup terbuka</source>
        <translation>cover open</translation>
    </message>
    <message>
        <source>pengaturan salah</source>
        <translation>wrong setting</translation>
    </message>
</context>
<context>
    <name>methods</name>
    <message>
        <source>Tunai</source>
        <translation>Cash</translation>
    </message>
</context>
<context>
    <name>moments</name>
    <message>
        <source>dtk</source>
        <translation>s</translation>
    </message>
    <message>
        <source>mnt</source>
        <translation>min</translation>
    </message>
    <message>
        <source>jam</source>
        <translation>h</translation>
    </message>
    <message>
        <source>hari</source>
        <translation>d</translation>
    </message>
</context>
<context>
    <name>news</name>
    <message>
        <source>Satu langkah gagal di aplikasi ini.</source>
        <translation>One step failed in this app.</translation>
    </message>
    <message>
        <source>Catatan pembayaran aman. Beri tahu manajer: {detail}</source>
        <translation>The payment records are safe. Tell the manager: {detail}</translation>
    </message>
    <message>
        <source>Jam komputer ini berbeda {duration} dari gateway.</source>
        <translation>This computer’s clock is {duration} off the gateway’s.</translation>
    </message>
    <message>
        <source>Sisa waktu QR tetap benar. Minta manajer membetulkan jam komputer.</source>
        <translation>The QR’s time left is still right. Ask the manager to set the clock.</translation>
    </message>
    <message>
        <source>Penjualan {number} perlu dilihat manajer.</source>
        <translation>Sale {number} needs a manager.</translation>
    </message>
    <message>
        <source>Penjualan {number} lunas.</source>
        <translation>Sale {number} is paid.</translation>
    </message>
    <message>
        <source>Pembayaran penjualan {number} berakhir.</source>
        <translation>The payment of sale {number} ended.</translation>
    </message>
    <message>
        <source>{amount} sudah diverifikasi ke gateway.</source>
        <translation>{amount} is verified with the gateway.</translation>
    </message>
    <message>
        <source>{amount} tidak dibayar.</source>
        <translation>{amount} was not paid.</translation>
    </message>
</context>
<context>
    <name>one result</name>
    <message>
        <source>cocok dengan “{text}”</source>
        <translation>matches “{text}”</translation>
    </message>
</context>
<context>
    <name>paid</name>
    <message>
        <source>Panggil manajer. Uang dan penjualan sudah tercatat.</source>
        <translation>Call the manager. The money and the sale are recorded.</translation>
    </message>
    <message>
        <source>lalu penjualan baru</source>
        <translation>then a new sale</translation>
    </message>
    <message>
        <source>Cetak struk</source>
        <translation>Print receipt</translation>
    </message>
    <message>
        <source>Tanpa struk</source>
        <translation>No receipt</translation>
    </message>
    <message>
        <source>struk lewat F11</source>
        <translation>receipt with F11</translation>
    </message>
    <message>
        <source>Penjualan baru</source>
        <translation>New sale</translation>
    </message>
    <message>
        <source>Cara bayar</source>
        <translation>Method</translation>
    </message>
    <message>
        <source>Diverifikasi ke gateway</source>
        <translation>Verified with the gateway</translation>
    </message>
    <message>
        <source>Nomor</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Dari bayar sampai tampil</source>
        <translation>From payment to screen</translation>
    </message>
    <message>
        <source>Pindai barang berikutnya untuk langsung memulai penjualan baru, tanpa struk.</source>
        <translation>Scan the next item to start a new sale at once, without a receipt.</translation>
    </message>
    <message>
        <source>Pindai barang berikutnya untuk langsung memulai penjualan baru.</source>
        <translation>Scan the next item to start a new sale at once.</translation>
    </message>
    <message>
        <source>Lunas</source>
        <translation>Paid</translation>
    </message>
</context>
<context>
    <name>payment</name>
    <message>
        <source>tanya gateway</source>
        <translation>ask the gateway</translation>
    </message>
    <message>
        <source>Cek sekarang</source>
        <translation>Check now</translation>
    </message>
    <message>
        <source>bisa lagi {duration}</source>
        <translation>again in {duration}</translation>
    </message>
    <message>
        <source>percobaan {number}</source>
        <translation>attempt {number}</translation>
    </message>
    <message>
        <source>Tanpa layar pelanggan: QR tampil di sini</source>
        <translation>No customer display: the QR is shown here</translation>
    </message>
    <message>
        <source>QR LATIHAN</source>
        <translation>PRACTICE QR</translation>
    </message>
    <message>
        <source>Tampil di layar pelanggan</source>
        <translation>Shown to the customer</translation>
    </message>
    <message>
        <source>QR tidak ditampilkan lagi</source>
        <translation>The QR is no longer shown</translation>
    </message>
    <message>
        <source>Katakan kepada pelanggan:</source>
        <translation>Tell the customer:</translation>
    </message>
    <message>
        <source>“Sebentar ya, QR sedang kami siapkan.”</source>
        <translation>“One moment, we are preparing the QR.”</translation>
    </message>
</context>
<context>
    <name>practice</name>
    <message>
        <source>Simulasikan</source>
        <translation>Simulate</translation>
    </message>
    <message>
        <source>Dibayar</source>
        <translation>Paid</translation>
    </message>
    <message>
        <source>Tanpa kabar</source>
        <translation>No news</translation>
    </message>
    <message>
        <source>Kedaluwarsa</source>
        <translation>Expired</translation>
    </message>
    <message>
        <source>MODE LATIHAN · BUKAN PEMBAYARAN ASLI</source>
        <translation>PRACTICE MODE · NOT A REAL PAYMENT</translation>
    </message>
    <message>
        <source>BUKAN PEMBAYARAN ASLI</source>
        <translation>NOT A REAL PAYMENT</translation>
    </message>
    <message>
        <source>SANDBOX MIDTRANS · BUKAN PEMBAYARAN ASLI</source>
        <translation>MIDTRANS SANDBOX · NOT A REAL PAYMENT</translation>
    </message>
</context>
<context>
    <name>preparing</name>
    <message>
        <source>QR sedang disiapkan.</source>
        <translation>Preparing the QR.</translation>
    </message>
    <message>
        <source>Belum ada QR yang ditampilkan, jadi belum ada yang bisa dibayar.</source>
        <translation>No QR has been shown, so nothing can be paid yet.</translation>
    </message>
</context>
<context>
    <name>problems</name>
    <message>
        <source>Tidak ada tagihan yang dibuat. Uang pelanggan tidak tersentuh.</source>
        <translation>No charge was made. The customer’s money is untouched.</translation>
    </message>
    <message>
        <source>Belum pasti apakah tagihan tercatat. Kami terus menanyakan.</source>
        <translation>It is not certain yet whether the charge exists. We keep asking.</translation>
    </message>
    <message>
        <source>Tidak ada uang yang berpindah. Tagihan itu sudah ditutup.</source>
        <translation>No money has moved. That charge is closed.</translation>
    </message>
    <message>
        <source>Belum ada barang di penjualan ini.</source>
        <translation>There are no items in this sale yet.</translation>
    </message>
    <message>
        <source>Penjualan ini sudah punya tagihan yang masih berjalan.</source>
        <translation>This sale already has a charge under way.</translation>
    </message>
    <message>
        <source>Jumlahnya di bawah batas cara bayar ini.</source>
        <translation>The amount is below the limit of this method.</translation>
    </message>
    <message>
        <source>Jumlahnya di atas batas yang diizinkan.</source>
        <translation>The amount is above the limit allowed.</translation>
    </message>
    <message>
        <source>Kunci gateway belum dipasang di komputer ini.</source>
        <translation>The gateway key is not set on this computer.</translation>
    </message>
    <message>
        <source>Keyring komputer ini terkunci atau tidak ada.</source>
        <translation>This computer’s keyring is locked or missing.</translation>
    </message>
    <message>
        <source>Catatan penjualan tidak dapat ditulis ke disk.</source>
        <translation>The sales journal cannot be written to disk.</translation>
    </message>
    <message>
        <source>Catatan penjualan rusak dan tidak dibuka.</source>
        <translation>The sales journal is damaged and was not opened.</translation>
    </message>
    <message>
        <source>Catatan penjualan dibuat oleh versi aplikasi yang lebih baru.</source>
        <translation>The sales journal was made by a newer version of this app.</translation>
    </message>
    <message>
        <source>Kasir ini sudah terbuka di jendela lain.</source>
        <translation>This till is already open in another window.</translation>
    </message>
    <message>
        <source>Isi penjualan terkunci selama pembayaran berjalan.</source>
        <translation>The sale is locked while a payment is under way.</translation>
    </message>
    <message>
        <source>Jumlah atau totalnya melewati batas satu penjualan.</source>
        <translation>The quantity or the total is above the limit of one sale.</translation>
    </message>
    <message>
        <source>Gateway tidak terjangkau dari komputer ini.</source>
        <translation>The gateway cannot be reached from this computer.</translation>
    </message>
    <message>
        <source>Gateway menolak isi permintaan ini.</source>
        <translation>The gateway refused the contents of this request.</translation>
    </message>
    <message>
        <source>Gateway tidak menerima kunci toko ini.</source>
        <translation>The gateway does not accept this store’s key.</translation>
    </message>
    <message>
        <source>Cara bayar ini belum aktif untuk toko ini.</source>
        <translation>This method is not active for this store.</translation>
    </message>
    <message>
        <source>Toko ini tidak diizinkan memakai cara bayar ini.</source>
        <translation>This store is not allowed to use this method.</translation>
    </message>
    <message>
        <source>Gateway tidak mengenal dompet tujuan.</source>
        <translation>The gateway does not know the wallet.</translation>
    </message>
    <message>
        <source>Gateway sedang membatasi jumlah permintaan.</source>
        <translation>The gateway is limiting the number of requests.</translation>
    </message>
    <message>
        <source>Gateway sedang tidak melayani cara bayar ini.</source>
        <translation>The gateway does not offer this method right now.</translation>
    </message>
    <message>
        <source>Permintaan QR tidak sampai ke gateway.</source>
        <translation>The request for a QR never reached the gateway.</translation>
    </message>
    <message>
        <source>Pembayaran ditolak oleh penyedia dompet.</source>
        <translation>The wallet provider refused the payment.</translation>
    </message>
    <message>
        <source>Penyedia dompet sedang terganggu dan menolak pembayaran.</source>
        <translation>The wallet provider has trouble and refused the payment.</translation>
    </message>
    <message>
        <source>Pembayaran ditolak oleh pemeriksaan keamanan.</source>
        <translation>The security check refused the payment.</translation>
    </message>
    <message>
        <source>Jumlah di QR tidak sama dengan total penjualan.</source>
        <translation>The amount in the QR is not the total of the sale.</translation>
    </message>
    <message>
        <source>QR dari gateway tidak dapat dibaca.</source>
        <translation>The gateway’s QR cannot be read.</translation>
    </message>
    <message>
        <source>QR hilang di jalan karena sambungan putus.</source>
        <translation>The QR was lost on the way when the connection broke.</translation>
    </message>
    <message>
        <source>Gateway tidak memberi kode pembayaran.</source>
        <translation>The gateway gave no payment code.</translation>
    </message>
    <message>
        <source>Gateway belum menjawab.</source>
        <translation>The gateway has not answered yet.</translation>
    </message>
    <message>
        <source>Gateway sedang terganggu.</source>
        <translation>The gateway has trouble.</translation>
    </message>
    <message>
        <source>Pindai atau ketik barang dulu.</source>
        <translation>Scan or type an item first.</translation>
    </message>
    <message>
        <source>Tunggu hasilnya, atau batalkan tagihan itu dulu.</source>
        <translation>Wait for its result, or cancel that charge first.</translation>
    </message>
    <message>
        <source>Ubah isi penjualan, atau pakai cara bayar lain.</source>
        <translation>Change the sale, or use another method.</translation>
    </message>
    <message>
        <source>Minta manajer memasang kunci toko, lalu tekan F5 lagi.</source>
        <translation>Ask the manager to set the store’s key, then press F5 again.</translation>
    </message>
    <message>
        <source>Minta manajer membuka keyring komputer, lalu tekan F5 lagi.</source>
        <translation>Ask the manager to unlock the keyring, then press F5 again.</translation>
    </message>
    <message>
        <source>Kosongkan disk atau panggil manajer. Isi penjualan tetap di layar.</source>
        <translation>Free some disk space or call the manager. The sale stays on screen.</translation>
    </message>
    <message>
        <source>Berkasnya tidak diubah. Panggil manajer untuk memakai cadangan.</source>
        <translation>The file was not touched. Call the manager to use the backup.</translation>
    </message>
    <message>
        <source>Berkasnya tidak diubah. Pasang versi aplikasi terbaru.</source>
        <translation>The file was not touched. Install the newest version of the app.</translation>
    </message>
    <message>
        <source>Pakai jendela yang sudah terbuka, atau tutup dulu.</source>
        <translation>Use the window that is open, or close it first.</translation>
    </message>
    <message>
        <source>Tunggu hasil pembayaran, atau batalkan dulu.</source>
        <translation>Wait for the payment’s result, or cancel it first.</translation>
    </message>
    <message>
        <source>Bagi menjadi dua penjualan.</source>
        <translation>Split it into two sales.</translation>
    </message>
    <message>
        <source>Periksa internet, lalu tekan F5 lagi.</source>
        <translation>Check the internet, then press F5 again.</translation>
    </message>
    <message>
        <source>Coba sekali lagi. Kalau tetap ditolak, panggil manajer.</source>
        <translation>Try once more. If it is refused again, call the manager.</translation>
    </message>
    <message>
        <source>Pakai cara bayar lain. Manajer dapat mengaktifkannya di Midtrans.</source>
        <translation>Use another method. The manager can activate it at Midtrans.</translation>
    </message>
    <message>
        <source>Tunggu satu menit, lalu tekan F5 lagi.</source>
        <translation>Wait one minute, then press F5 again.</translation>
    </message>
    <message>
        <source>Coba lagi sebentar, atau pakai cara bayar lain.</source>
        <translation>Try again shortly, or use another method.</translation>
    </message>
    <message>
        <source>Minta pelanggan memakai aplikasi atau cara bayar lain.</source>
        <translation>Ask the customer to use another app or method.</translation>
    </message>
    <message>
        <source>QR itu tidak pernah ditampilkan. Tekan F5 untuk QR baru.</source>
        <translation>That QR was never shown. Press F5 for a new one.</translation>
    </message>
    <message>
        <source>Tekan F5 untuk mencoba lagi.</source>
        <translation>Press F5 to try again.</translation>
    </message>
    <message>
        <source>Tunggu hasilnya, jangan menagih ulang.</source>
        <translation>Wait for the result, do not charge again.</translation>
    </message>
</context>
<context>
    <name>results</name>
    <message>
        <source>Barang yang cocok</source>
        <translation>Items that match</translation>
    </message>
    <message>
        <source>Terakhir dipindai:</source>
        <translation>Scanned last:</translation>
    </message>
    <message>
        <source>· {duration} lalu</source>
        <translation>· {duration} ago</translation>
    </message>
    <message>
        <source>Nama barang</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>Stok</source>
        <translation>Stock</translation>
    </message>
    <message>
        <source>Harga (Rp)</source>
        <translation>Price (Rp)</translation>
    </message>
    <message>
        <source>Kode batang</source>
        <translation>Barcode</translation>
    </message>
    <message>
        <source>Tambah nominal {amount}</source>
        <translation>Add amount {amount}</translation>
    </message>
    <message>
        <source>Tidak ada yang ditambahkan. Ketik nama barang, atau ketik harganya.</source>
        <translation>Nothing was added. Type the name of the item, or its price.</translation>
    </message>
    <message>
        <source>dari {total} · semua sudah dimuat</source>
        <translation>of {total}, all loaded</translation>
    </message>
    <message>
        <source>Kode {barcode} belum dikenal.</source>
        <translation>Code {barcode} is not known yet.</translation>
    </message>
    <message>
        <source>cocok dengan “{text}”</source>
        <translation>match “{text}”</translation>
    </message>
    <message>
        <source>Tidak ada barang yang cocok dengan “{text}”</source>
        <translation>No item matches “{text}”</translation>
    </message>
    <message>
        <source>Siap untuk barang berikutnya</source>
        <translation>Ready for the next item</translation>
    </message>
    <message>
        <source>Pindai kode batang, ketik nama atau kode, atau ketik harga untuk nominal bebas.</source>
        <translation>Scan a barcode, type a name or code, or type a price for a free amount.</translation>
    </message>
    <message>
        <source>Periksa ejaannya, ketik sebagian nama saja, atau ketik harganya.</source>
        <translation>Check the spelling, type part of the name only, or type its price.</translation>
    </message>
    <message>
        <source>Habis</source>
        <translation>Sold out</translation>
    </message>
    <message>
        <source>Sisa {count}</source>
        <translation>{count} left</translation>
    </message>
</context>
<context>
    <name>search</name>
    <message>
        <source>Pindai barang atau ketik nama, kode, harga</source>
        <translation>Scan or type a name, code or price</translation>
    </message>
    <message>
        <source>Pemindai siap</source>
        <translation>Scanner ready</translation>
    </message>
</context>
<context>
    <name>tenders</name>
    <message>
        <source>cetak kode</source>
        <translation>print code</translation>
    </message>
</context>
<context>
    <name>top bar</name>
    <message>
        <source>Bertugas</source>
        <translation>On duty</translation>
    </message>
    <message>
        <source>Kasir {till}</source>
        <translation>Till {till}</translation>
    </message>
</context>
<context>
    <name>waiting</name>
    <message>
        <source>Berlaku sampai {moment}</source>
        <translation>Valid until {moment}</translation>
    </message>
    <message>
        <source>Sisa waktu QR</source>
        <translation>Time left</translation>
    </message>
    <message>
        <source>Total dibayar</source>
        <translation>Amount to pay</translation>
    </message>
    <message>
        <source>Layani berikutnya</source>
        <translation>Serve the next</translation>
    </message>
    <message>
        <source>Layani pelanggan berikutnya</source>
        <translation>Serve the next customer</translation>
    </message>
    <message>
        <source>Ganti cara bayar</source>
        <translation>Switch method</translation>
    </message>
    <message>
        <source>QR ini dibatalkan dulu</source>
        <translation>cancels this QR first</translation>
    </message>
    <message>
        <source>Batalkan</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>pilih alasan</source>
        <translation>say why</translation>
    </message>
    <message>
        <source>Umur QR</source>
        <translation>QR age</translation>
    </message>
    <message>
        <source>Kabar terakhir (push)</source>
        <translation>Last push</translation>
    </message>
    <message>
        <source>Cek terakhir</source>
        <translation>Last check</translation>
    </message>
    <message>
        <source>Cek berikutnya boleh</source>
        <translation>Next check allowed</translation>
    </message>
    <message>
        <source>{duration} lagi</source>
        <translation>in {duration}</translation>
    </message>
    <message>
        <source>sekarang</source>
        <translation>now</translation>
    </message>
    <message>
        <source>otomatis</source>
        <translation>automatic</translation>
    </message>
    <message>
        <source>Menunggu pelanggan memindai dan membayar.</source>
        <translation>Waiting for the customer to scan and pay.</translation>
    </message>
    <message>
        <source>Jangan serahkan barang dulu. Foto layar ponsel bukan bukti.</source>
        <translation>Do not hand over the goods yet. A phone screenshot is not proof.</translation>
    </message>
    <message>
        <source>Waktu QR habis. Kami pastikan dulu ke gateway.</source>
        <translation>The QR’s time is over. We make sure with the gateway.</translation>
    </message>
    <message>
        <source>QR sudah ditarik. Kalau pelanggan sudah membayar, uangnya tetap tercatat.</source>
        <translation>The QR is withdrawn. If the customer has paid, the money is still recorded.</translation>
    </message>
    <message>
        <source>Waktu hampir habis. Minta pelanggan menyelesaikan.</source>
        <translation>Time is nearly over. Ask the customer to finish.</translation>
    </message>
</context>
</TS>
