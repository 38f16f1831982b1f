<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="id">
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
        <source>Semua aplikasi yang mendukung QRIS, termasuk GoPay</source>
        <translation>Any app that supports QRIS, GoPay included</translation>
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
</TS>
