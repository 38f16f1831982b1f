<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="id">
<context>
    <name>actions</name>
    <message>
        <source>Cetak ulang</source>
        <translation>Reprint</translation>
    </message>
    <message>
        <source>Kunci</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>Manajer</source>
        <translation>Manager</translation>
    </message>
    <message>
        <source>Tertunda</source>
        <translation>Pending</translation>
    </message>
</context>
<context>
    <name>attention</name>
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
    <message>
        <source>Dibayar terlambat, sesudah pesanan ditutup.</source>
        <translation>Paid late, after the order was closed.</translation>
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
    <name>board</name>
    <message>
        <source>Batal</source>
        <translation>Cancelled</translation>
    </message>
    <message>
        <source>Batalkan pesanan</source>
        <translation>Cancel order</translation>
    </message>
    <message>
        <source>Batalkan pesanan, perlu PIN</source>
        <translation>Cancel order, PIN needed</translation>
    </message>
    <message>
        <source>Berlaku</source>
        <translation>Valid</translation>
    </message>
    <message>
        <source>Buka lagi</source>
        <translation>Open again</translation>
    </message>
    <message>
        <source>Cara bayar</source>
        <translation>Method</translation>
    </message>
    <message>
        <source>Cek</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>Di sini hanya dapat dilihat. Cek, batalkan, dan putuskan di kasir itu.</source>
        <translation>Here it can only be looked at. Check, cancel and decide at that till.</translation>
    </message>
    <message>
        <source>Dikembalikan</source>
        <translation>Refunded</translation>
    </message>
    <message>
        <source>Diperiksa</source>
        <translation>Checking</translation>
    </message>
    <message>
        <source>Diputuskan</source>
        <translation>Decided</translation>
    </message>
    <message>
        <source>Ditarik kembali</source>
        <translation>Taken back</translation>
    </message>
    <message>
        <source>Ditolak</source>
        <translation>Denied</translation>
    </message>
    <message>
        <source>Habis</source>
        <translation>Expired</translation>
    </message>
    <message>
        <source>Habis &lt; 1 jam</source>
        <translation>Ends in &lt; 1 h</translation>
    </message>
    <message>
        <source>Jumlah</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>Jumlah (Rp)</source>
        <translation>Amount (Rp)</translation>
    </message>
    <message>
        <source>Kasir</source>
        <translation>Cashier</translation>
    </message>
    <message>
        <source>Kasir saya</source>
        <translation>Mine</translation>
    </message>
    <message>
        <source>Kasir {till}</source>
        <translation>Till {till}</translation>
    </message>
    <message>
        <source>Kasir {till} memegang pembayaran ini.</source>
        <translation>Till {till} holds this payment.</translation>
    </message>
    <message>
        <source>Kembali</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Kembali ke penjualan</source>
        <translation>Back to the sale</translation>
    </message>
    <message>
        <source>Keputusan dapat ditarik kembali dengan PIN dan alasan.</source>
        <translation>A decision can be taken back with a PIN and a reason.</translation>
    </message>
    <message>
        <source>Kode toko</source>
        <translation>Store codes</translation>
    </message>
    <message>
        <source>Lunas</source>
        <translation>Paid</translation>
    </message>
    <message>
        <source>Membatalkan</source>
        <translation>Cancelling</translation>
    </message>
    <message>
        <source>Menunggu</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>Menunggu bayar</source>
        <translation>Awaiting payment</translation>
    </message>
    <message>
        <source>Nomor / jumlah</source>
        <translation>Number / amount</translation>
    </message>
    <message>
        <source>Paling lambat</source>
        <translation>Pay before</translation>
    </message>
    <message>
        <source>Penjualan {number}</source>
        <translation>Sale {number}</translation>
    </message>
    <message>
        <source>Perlu perhatian</source>
        <translation>Needs attention</translation>
    </message>
    <message>
        <source>Pesanan</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>Pesanan tertunda</source>
        <translation>Pending orders</translation>
    </message>
    <message>
        <source>QR</source>
        <translation>QR</translation>
    </message>
    <message>
        <source>Salinan</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>Segera habis</source>
        <translation>Ends soon</translation>
    </message>
    <message>
        <source>Semua</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Tidak ada keputusan yang berlaku.</source>
        <translation>No decision stands.</translation>
    </message>
    <message>
        <source>Tidak ada pesanan tertunda.</source>
        <translation>No pending orders.</translation>
    </message>
    <message>
        <source>Tidak ada yang cocok dengan “{text}”.</source>
        <translation>Nothing matches “{text}”.</translation>
    </message>
    <message>
        <source>Tidak ada yang perlu diputuskan.</source>
        <translation>Nothing wants a decision.</translation>
    </message>
    <message>
        <source>Uangnya sudah tercatat. Yang kurang hanya keputusan manajer.</source>
        <translation>The money is recorded. Only a manager decision is missing.</translation>
    </message>
    <message>
        <source>Umur</source>
        <translation>Age</translation>
    </message>
    <message>
        <source>belum terbit</source>
        <translation>not made yet</translation>
    </message>
    <message>
        <source>habis, dipastikan</source>
        <translation>over, making sure</translation>
    </message>
    <message>
        <source>oleh {name}</source>
        <translation>by {name}</translation>
    </message>
    <message>
        <source>sedang ditutup</source>
        <translation>being closed</translation>
    </message>
    <message>
        <source>sekarang</source>
        <translation>now</translation>
    </message>
    <message>
        <source>{count} perlu keputusan, ikut tercetak di bukti rekonsiliasi</source>
        <translation>{count} want a decision, named on the reconciliation</translation>
    </message>
    <message>
        <source>{time} belum diputuskan</source>
        <translation>{time} undecided</translation>
    </message>
    <message>
        <source>{time} lagi</source>
        <translation>in {time}</translation>
    </message>
</context>
<context>
    <name>cancel</name>
    <message>
        <source>Batal beli</source>
        <translation>Customer left</translation>
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
    <message>
        <source>Alasan</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Batalkan</source>
        <translation>Cancel order</translation>
    </message>
    <message>
        <source>Batalkan pesanan</source>
        <translation>Cancel order</translation>
    </message>
    <message>
        <source>Batalkan pesanan?</source>
        <translation>Cancel order?</translation>
    </message>
    <message>
        <source>Batalkan {number}?</source>
        <translation>Cancel {number}?</translation>
    </message>
    <message>
        <source>Ganti cara</source>
        <translation>Other way</translation>
    </message>
    <message>
        <source>Ganti cara bayar</source>
        <translation>Other method</translation>
    </message>
    <message>
        <source>Gateway kami tanya dulu. Kalau ternyata sudah dibayar, pesanan menjadi lunas.</source>
        <translation>We ask the gateway first. If it was already paid, the order becomes paid.</translation>
    </message>
    <message>
        <source>Lainnya…</source>
        <translation>Other…</translation>
    </message>
    <message>
        <source>Tidak dapat dipakai</source>
        <translation>Not usable</translation>
    </message>
    <message>
        <source>Tulis alasan</source>
        <translation>Say why</translation>
    </message>
    <message>
        <source>kode {code}</source>
        <translation>code {code}</translation>
    </message>
</context>
<context>
    <name>cancel, narrow</name>
    <message>
        <source>Salah jumlah</source>
        <translation>Wrong sum</translation>
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
        <source>sudah dikembalikan</source>
        <translation>refunded</translation>
    </message>
    <message>
        <source>ditarik kembali</source>
        <translation>taken back</translation>
    </message>
    <message>
        <source>Dicek {time}: {answer}.</source>
        <translation>Checked {time}: {answer}.</translation>
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
    <message>
        <source>kode dibuat</source>
        <translation>code made</translation>
    </message>
</context>
<context>
    <name>closing</name>
    <message>
        <source>Layani berikutnya</source>
        <translation>Serve the next</translation>
    </message>
    <message>
        <source>Tagihan itu sedang ditutup di gateway. Setelah itu kode baru dapat dibuat.</source>
        <translation>That charge is being closed at the gateway. A new code can be made after that.</translation>
    </message>
    <message>
        <source>Membatalkan</source>
        <translation>Cancelling</translation>
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
    <message>
        <source>Kode tidak berlaku lagi. Kami menutupnya di gateway.</source>
        <translation>The code is no longer valid. We are closing it at the gateway.</translation>
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
    <message>
        <source>1 pesanan tertunda, semua kasir</source>
        <translation>1 pending order, all tills</translation>
    </message>
    <message>
        <source>{count} pesanan tertunda, semua kasir</source>
        <translation>{count} pending orders, all tills</translation>
    </message>
    <message>
        <source>{count} di kasir ini. Kasir lain tidak terbaca sekarang.</source>
        <translation>{count} at this till. The other tills can't be read now.</translation>
    </message>
    <message>
        <source>{count} keputusan terbaru. Yang lebih lama: cari nomornya.</source>
        <translation>The newest {count} decisions. For older ones search their number.</translation>
    </message>
    <message>
        <source>1 keputusan berlaku</source>
        <translation>1 decision stands</translation>
    </message>
    <message>
        <source>{count} keputusan berlaku</source>
        <translation>{count} decisions stand</translation>
    </message>
</context>
<context>
    <name>customer</name>
    <message>
        <source>Jangan bayar dulu. Kasir akan membantu Anda.</source>
        <translation>Please do not pay yet. The cashier will help you.</translation>
    </message>
    <message>
        <source>Jangan bayar lagi. Beri tahu kasir.</source>
        <translation>Do not pay again. Tell the cashier.</translation>
    </message>
    <message>
        <source>Jangan bayar lagi. Tunjukkan struknya kepada kasir.</source>
        <translation>Do not pay again. Show the cashier the receipt.</translation>
    </message>
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
        <source>Uang Anda sudah tercatat. Jangan bayar lagi.</source>
        <translation>Your money is recorded. Do not pay again.</translation>
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
        <source>Foto layar ini, atau catat kodenya.</source>
        <translation>Photograph this screen, or write the code down.</translation>
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
        <source>Tunjukkan kode, bayar jumlah yang tepat</source>
        <translation>Show the code, pay the exact amount</translation>
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
        <source>Bayar {ways}, atau di {stores}</source>
        <translation>Pay by {ways}, or at {stores}</translation>
    </message>
    <message>
        <source>Bayar di {stores}</source>
        <translation>Pay at {stores}</translation>
    </message>
    <message>
        <source>Bayar {ways}</source>
        <translation>Pay by {ways}</translation>
    </message>
    <message>
        <source>Bisa juga membayar {ways}, atau dengan kode di {stores}.</source>
        <translation>You can also pay by {ways}, or with a code at {stores}.</translation>
    </message>
    <message>
        <source>Bisa juga membayar dengan kode di {stores}.</source>
        <translation>You can also pay with a code at {stores}.</translation>
    </message>
</context>
<context>
    <name>days</name>
    <message>
        <source>1 pembayaran</source>
        <translation>1 payment</translation>
    </message>
    <message>
        <source>Belum selesai</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Berikutnya</source>
        <translation>Day after</translation>
    </message>
    <message>
        <source>Bukti tidak tercetak. {trouble}</source>
        <translation>The proof was not printed. {trouble}</translation>
    </message>
    <message>
        <source>Cocok</source>
        <translation>Matched</translation>
    </message>
    <message>
        <source>Dibaca ulang</source>
        <translation>Read again</translation>
    </message>
    <message>
        <source>Dibuat</source>
        <translation>Made</translation>
    </message>
    <message>
        <source>Dikembalikan</source>
        <translation>Given back</translation>
    </message>
    <message>
        <source>Diterima, tanpa yang dikembalikan</source>
        <translation>Received, less what was given back</translation>
    </message>
    <message>
        <source>Hari ini belum direkonsiliasi. Tekan Enter untuk membaca ulang semuanya.</source>
        <translation>This day was not reconciled yet. Press Enter to read everything again.</translation>
    </message>
    <message>
        <source>Masih perlu dilihat: {orders}</source>
        <translation>Still to be looked at: {orders}</translation>
    </message>
    <message>
        <source>Oleh</source>
        <translation>By</translation>
    </message>
    <message>
        <source>Rekonsiliasi</source>
        <translation>Reconcile</translation>
    </message>
    <message>
        <source>Sebelumnya</source>
        <translation>Day before</translation>
    </message>
    <message>
        <source>Tanpa konfirmasi</source>
        <translation>Not confirmed</translation>
    </message>
    <message>
        <source>Terlambat</source>
        <translation>Late</translation>
    </message>
    <message>
        <source>Tidak ada yang terbuka.</source>
        <translation>Nothing is open.</translation>
    </message>
    <message>
        <source>Tidak menjawab</source>
        <translation>No answer</translation>
    </message>
    <message>
        <source>barang keluar atas keputusan manajer</source>
        <translation>goods left on a manager’s word</translation>
    </message>
    <message>
        <source>belum berakhir atau belum pasti</source>
        <translation>not over or not certain</translation>
    </message>
    <message>
        <source>dan {count} lagi di Tertunda (F9)</source>
        <translation>and {count} more in Pending (F9)</translation>
    </message>
    <message>
        <source>dipastikan, tetapi datang sesudah ditutup</source>
        <translation>confirmed, but it came after the end</translation>
    </message>
    <message>
        <source>ke pelanggan, atau ditarik gateway</source>
        <translation>to the customer, or taken back by the gateway</translation>
    </message>
    <message>
        <source>sedang membaca ulang</source>
        <translation>reading again</translation>
    </message>
    <message>
        <source>uang yang dipastikan gateway</source>
        <translation>money that the gateway confirmed</translation>
    </message>
    <message>
        <source>{answered} dari {asked} menjawab</source>
        <translation>{answered} of {asked} answered</translation>
    </message>
    <message>
        <source>Hanya membaca: tidak ada uang yang berpindah.</source>
        <translation>It only reads: no money moves.</translation>
    </message>
    <message>
        <source>Jangan</source>
        <translation>Not now</translation>
    </message>
    <message>
        <source>Mulai</source>
        <translation>Begin</translation>
    </message>
    <message>
        <source>PIN pengawas atau manajer</source>
        <translation>Supervisor or manager PIN</translation>
    </message>
    <message>
        <source>baca ulang yang belum pasti</source>
        <translation>read again what is not certain</translation>
    </message>
    <message>
        <source>Lihat bukti</source>
        <translation>Show the proof</translation>
    </message>
    <message>
        <source>Lihat</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>Uang toko sehari hanya untuk pengawas dan manajer.</source>
        <translation>A day's money is for supervisors and managers only.</translation>
    </message>
    <message>
        <source>Cetak bukti</source>
        <translation>Print the proof</translation>
    </message>
    <message>
        <source>Cetak</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>Bukti tercetak.</source>
        <translation>The proof was printed.</translation>
    </message>
    <message>
        <source>Lihat bukti, perlu PIN</source>
        <translation>Show the proof, PIN needed</translation>
    </message>
    <message>
        <source>Cetak bukti, perlu PIN</source>
        <translation>Print the proof, PIN needed</translation>
    </message>
    <message>
        <source>Rekonsiliasi, perlu PIN</source>
        <translation>Reconcile, PIN needed</translation>
    </message>
    <message>
        <source>{count} pembayaran</source>
        <translation>{count} payments</translation>
    </message>
</context>
<context>
    <name>deciding</name>
    <message>
        <source>Kabar baru</source>
        <translation>New facts</translation>
    </message>
    <message>
        <source>Alasan</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Barang habis</source>
        <translation>Sold out</translation>
    </message>
    <message>
        <source>Barang keluar</source>
        <translation>Goods left</translation>
    </message>
    <message>
        <source>Bayar ganda</source>
        <translation>Paid twice</translation>
    </message>
    <message>
        <source>Belum diberi</source>
        <translation>Not given</translation>
    </message>
    <message>
        <source>Bukti bank</source>
        <translation>Bank proof</translation>
    </message>
    <message>
        <source>Barang tetap</source>
        <translation>Goods stayed</translation>
    </message>
    <message>
        <source>Barang retur</source>
        <translation>Returned</translation>
    </message>
    <message>
        <source>Bayar ulang</source>
        <translation>Paid again</translation>
    </message>
    <message>
        <source>Diminta lagi pun uangnya hanya kembali satu kali. Jawabannya kami tampilkan.</source>
        <translation>Asked for again, the money still goes back only once. We show the answer.</translation>
    </message>
    <message>
        <source>Ditunggu</source>
        <translation>Is waiting</translation>
    </message>
    <message>
        <source>Hanya penjualan terbuka dengan jumlah yang sama dapat dipilih.</source>
        <translation>Only open sales of the same amount can be picked.</translation>
    </message>
    <message>
        <source>Jangan</source>
        <translation>Not now</translation>
    </message>
    <message>
        <source>Jumlah salah</source>
        <translation>Wrong sum</translation>
    </message>
    <message>
        <source>Kembalikan</source>
        <translation>Refund</translation>
    </message>
    <message>
        <source>Kembalikan lewat gateway</source>
        <translation>Refund through the gateway</translation>
    </message>
    <message>
        <source>Keputusan manajer</source>
        <translation>Manager decision</translation>
    </message>
    <message>
        <source>Keputusan manajer, perlu PIN</source>
        <translation>Manager decision, PIN needed</translation>
    </message>
    <message>
        <source>Lainnya…</source>
        <translation>Other…</translation>
    </message>
    <message>
        <source>Lanjut</source>
        <translation>Go on</translation>
    </message>
    <message>
        <source>Orang sama</source>
        <translation>Same person</translation>
    </message>
    <message>
        <source>Penjualan yang dibayar</source>
        <translation>Sale to be paid</translation>
    </message>
    <message>
        <source>Putuskan</source>
        <translation>Decide</translation>
    </message>
    <message>
        <source>Salah kasir</source>
        <translation>Wrong till</translation>
    </message>
    <message>
        <source>Salah pilih</source>
        <translation>Wrong pick</translation>
    </message>
    <message>
        <source>Sudah dikenal</source>
        <translation>Well known</translation>
    </message>
    <message>
        <source>Diterima</source>
        <translation>Handed back</translation>
    </message>
    <message>
        <source>Tidak ada penjualan terbuka dengan jumlah yang sama.</source>
        <translation>There is no open sale of the same amount.</translation>
    </message>
    <message>
        <source>Tulis alasan</source>
        <translation>Say why</translation>
    </message>
    <message>
        <source>Uang diminta</source>
        <translation>Asked for it</translation>
    </message>
    <message>
        <source>Uang kembali ke dompet pelanggan</source>
        <translation>The money goes back to the wallet</translation>
    </message>
</context>
<context>
    <name>decisions</name>
    <message>
        <source>Barang belum pernah diberikan</source>
        <translation>The goods were never given</translation>
    </message>
    <message>
        <source>Barang sudah keluar: terima tanpa konfirmasi. Barang tetap di toko: tutup tanpa pembayaran.</source>
        <translation>The goods are gone: accept without confirmation. They stayed in the shop: close without payment.</translation>
    </message>
    <message>
        <source>Batas bayar</source>
        <translation>Deadline</translation>
    </message>
    <message>
        <source>Bayar penjualan yang masih terbuka</source>
        <translation>Pay a sale that is still open</translation>
    </message>
    <message>
        <source>Belum ada kata akhir dari gateway.</source>
        <translation>The gateway has not said how it ended.</translation>
    </message>
    <message>
        <source>Belum dikembalikan.</source>
        <translation>Not given back yet.</translation>
    </message>
    <message>
        <source>Belum pasti.</source>
        <translation>Not certain yet.</translation>
    </message>
    <message>
        <source>Buat tugas pengembalian</source>
        <translation>Create refund task</translation>
    </message>
    <message>
        <source>Cocokkan dengan pelanggan sebelum barang diserahkan.</source>
        <translation>Compare with the customer before goods are released.</translation>
    </message>
    <message>
        <source>Dibayar dua kali</source>
        <translation>Paid twice</translation>
    </message>
    <message>
        <source>Dibayar saat dibatalkan</source>
        <translation>Paid while cancelling</translation>
    </message>
    <message>
        <source>Dibayar terlambat</source>
        <translation>Paid late</translation>
    </message>
    <message>
        <source>Dicatat gateway</source>
        <translation>At the gateway</translation>
    </message>
    <message>
        <source>Diputuskan</source>
        <translation>Decided</translation>
    </message>
    <message>
        <source>Diputuskan oleh {name}</source>
        <translation>Decided by {name}</translation>
    </message>
    <message>
        <source>Oleh {name}</source>
        <translation>By {name}</translation>
    </message>
    <message>
        <source>Ditagih</source>
        <translation>Charged</translation>
    </message>
    <message>
        <source>Ditagih {ours}, gateway mencatat {theirs}.</source>
        <translation>Charged {ours}, the gateway says {theirs}.</translation>
    </message>
    <message>
        <source>Diverifikasi ke gateway</source>
        <translation>Verified with the gateway</translation>
    </message>
    <message>
        <source>Dua pembayaran untuk satu penjualan.</source>
        <translation>Two payments for one sale.</translation>
    </message>
    <message>
        <source>Gabungkan ke penjualan lain</source>
        <translation>Attach to another sale</translation>
    </message>
    <message>
        <source>Gateway belum memastikan uangnya</source>
        <translation>The gateway confirmed no money</translation>
    </message>
    <message>
        <source>Gateway menarik kembali uang yang sudah masuk.</source>
        <translation>The gateway took back money that had come.</translation>
    </message>
    <message>
        <source>Hanya keputusan lain yang dapat menggantinya.</source>
        <translation>Only another decision can replace it.</translation>
    </message>
    <message>
        <source>Jumlah berbeda</source>
        <translation>Amount differs</translation>
    </message>
    <message>
        <source>Kabar berkata lunas, gateway berkata lain.</source>
        <translation>The news says paid, the gateway says otherwise.</translation>
    </message>
    <message>
        <source>Kabar tidak cocok</source>
        <translation>News disagrees</translation>
    </message>
    <message>
        <source>Kalau barangnya belum diberikan, serahkan atau kembalikan uangnya.</source>
        <translation>If the goods were not given, release them or give the money back.</translation>
    </message>
    <message>
        <source>Kembali menunggu keputusan</source>
        <translation>It wants a decision again</translation>
    </message>
    <message>
        <source>Kembalikan sekarang, lalu catat caranya di sini.</source>
        <translation>Give it back now, then record how, here.</translation>
    </message>
    <message>
        <source>Keputusan sudah dicatat.</source>
        <translation>The decision is recorded.</translation>
    </message>
    <message>
        <source>Kode habis</source>
        <translation>Code expired</translation>
    </message>
    <message>
        <source>Pelanggan membayar dua kali.</source>
        <translation>The customer paid twice.</translation>
    </message>
    <message>
        <source>Pelanggan membayar terlambat.</source>
        <translation>The customer paid late.</translation>
    </message>
    <message>
        <source>Pembayaran tetap dipantau. Tekan Enter untuk menanyakan lagi.</source>
        <translation>The payment is still watched. Press Enter to ask again.</translation>
    </message>
    <message>
        <source>Penjualan {number}</source>
        <translation>Sale {number}</translation>
    </message>
    <message>
        <source>Penjualannya sudah lunas, jadi {amount} perlu dikembalikan.</source>
        <translation>The sale is paid already, so {amount} must be given back.</translation>
    </message>
    <message>
        <source>Pesanan ini lunas.</source>
        <translation>This order is paid.</translation>
    </message>
    <message>
        <source>QR habis</source>
        <translation>QR expired</translation>
    </message>
    <message>
        <source>Seharusnya sudah berakhir, gateway belum memberi hasil.</source>
        <translation>It should be over, the gateway has given no result.</translation>
    </message>
    <message>
        <source>Serahkan barang</source>
        <translation>Release goods</translation>
    </message>
    <message>
        <source>Serahkan barangnya, atau kembalikan uangnya.</source>
        <translation>Release the goods, or give the money back.</translation>
    </message>
    <message>
        <source>Sudah dikembalikan tunai</source>
        <translation>Given back in cash</translation>
    </message>
    <message>
        <source>Sudah diputuskan</source>
        <translation>Decided</translation>
    </message>
    <message>
        <source>Tarik kembali keputusan</source>
        <translation>Take the decision back</translation>
    </message>
    <message>
        <source>Tekan Enter untuk menanyakan lagi sebelum memutuskan.</source>
        <translation>Press Enter to ask again before you decide.</translation>
    </message>
    <message>
        <source>Terima tanpa konfirmasi</source>
        <translation>Accept without confirmation</translation>
    </message>
    <message>
        <source>Tutup tanpa pembayaran</source>
        <translation>Close without payment</translation>
    </message>
    <message>
        <source>Barang tetap, atau dibayar cara lain</source>
        <translation>Goods stayed, or were paid otherwise</translation>
    </message>
    <message>
        <source>Terlalu lama tanpa hasil</source>
        <translation>No result for too long</translation>
    </message>
    <message>
        <source>Tugas pengembalian</source>
        <translation>Refund task</translation>
    </message>
    <message>
        <source>Tunai dari laci atau transfer manual</source>
        <translation>Cash from the drawer or a transfer</translation>
    </message>
    <message>
        <source>Uang ditarik kembali</source>
        <translation>Money taken back</translation>
    </message>
    <message>
        <source>Uang ini milik pelanggan.</source>
        <translation>This money is the customer’s.</translation>
    </message>
    <message>
        <source>Uang keluar dari laci, dicatat</source>
        <translation>Money leaves the drawer, recorded</translation>
    </message>
    <message>
        <source>Uang masuk</source>
        <translation>Money came</translation>
    </message>
    <message>
        <source>Uang masuk sesudah pesanan ditutup.</source>
        <translation>Money came after the order was closed.</translation>
    </message>
    <message>
        <source>Uang masuk tepat saat pesanan dibatalkan.</source>
        <translation>Money came just while the order was being cancelled.</translation>
    </message>
    <message>
        <source>Uang masuk {paid}, QR sudah habis {ended}.</source>
        <translation>Money came {paid}, the QR had ended {ended}.</translation>
    </message>
    <message>
        <source>Uang masuk {paid}, kode sudah habis {ended}.</source>
        <translation>Money came {paid}, the code had ended {ended}.</translation>
    </message>
    <message>
        <source>Uang masuk {paid}, sesudah pesanan ditutup.</source>
        <translation>Money came {paid}, after the order was closed.</translation>
    </message>
    <message>
        <source>Uangnya tidak ada lagi.</source>
        <translation>The money is gone.</translation>
    </message>
    <message>
        <source>Yang dibayar bukan yang ditagih.</source>
        <translation>What was paid is not what was charged.</translation>
    </message>
    <message>
        <source>belum</source>
        <translation>not yet</translation>
    </message>
    <message>
        <source>belum lunas oleh ini</source>
        <translation>not paid by this</translation>
    </message>
    <message>
        <source>lunas oleh pembayaran ini</source>
        <translation>paid by this payment</translation>
    </message>
    <message>
        <source>sudah dibayar cara lain</source>
        <translation>already paid otherwise</translation>
    </message>
    <message>
        <source>uangnya dipakai penjualan lain</source>
        <translation>its money pays another sale</translation>
    </message>
    <message>
        <source>{amount} belum dikembalikan ke pelanggan.</source>
        <translation>{amount} has not been given back yet.</translation>
    </message>
</context>
<context>
    <name>ended</name>
    <message>
        <source>Dibayar {came}, ditagih {charged}. Panggil manajer sebelum menyerahkan barang.</source>
        <translation>{came} was paid, {charged} was charged. Call the manager before handing over the goods.</translation>
    </message>
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
        <source>Manajer menutupnya tanpa pembayaran.</source>
        <translation>The manager closed it without payment.</translation>
    </message>
    <message>
        <source>Pilih cara bayar lagi, atau ubah isi keranjang.</source>
        <translation>Choose how to pay again, or change the cart.</translation>
    </message>
    <message>
        <source>Tidak ada uang dari pembayaran ini.</source>
        <translation>No money of this payment is there.</translation>
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
    <message>
        <source>Kode tadi sudah ditutup di gateway. Pilih cara bayar lagi, atau ubah isi keranjang.</source>
        <translation>That code is closed at the gateway. Choose a way to pay again, or change the cart.</translation>
    </message>
    <message>
        <source>Sudah dibayar di gerai? Jangan bayar lagi.</source>
        <translation>Already paid at the store? Do not pay again.</translation>
    </message>
    <message>
        <source>Yang dibayar bukan yang ditagih.</source>
        <translation>What was paid is not what was charged.</translation>
    </message>
    <message>
        <source>Keranjang terbuka lagi. Pilih cara bayar lagi.</source>
        <translation>The cart is open again. Choose a method again.</translation>
    </message>
    <message>
        <source>Kode sudah ditutup di gateway. Pilih cara bayar lagi, atau ubah isi keranjang.</source>
        <translation>The code is closed at the gateway. Choose a method again, or change the cart.</translation>
    </message>
    <message>
        <source>Kode tadi sudah ditutup. Pilih cara bayar lagi, atau ubah isi keranjang.</source>
        <translation>That code is closed. Choose a method again, or change the cart.</translation>
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
        <source>tetap dipantau</source>
        <translation>still watched</translation>
    </message>
    <message>
        <source>Batalkan</source>
        <translation>Cancel</translation>
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
        <translation>Sent, no answer yet</translation>
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
    <name>display light</name>
    <message>
        <source>terputus</source>
        <translation>missing</translation>
    </message>
</context>
<context>
    <name>light stories</name>
    <message>
        <source>Layar pelanggan tersambung.</source>
        <translation>The customer display is connected.</translation>
    </message>
    <message>
        <source>Layar pelanggan terputus.</source>
        <translation>The customer display is disconnected.</translation>
    </message>
    <message>
        <source>Periksa kabel dan listriknya. Sementara itu QR tampil besar di layar ini.</source>
        <translation>Check its cable and power. Meanwhile the QR is shown large on this screen.</translation>
    </message>
    <message>
        <source>Pelanggan melihat belanjaan, QR, dan kode di sana.</source>
        <translation>Customers see their items, the QR and the code there.</translation>
    </message>
    <message>
        <source>Yang belum tercetak keluar sendiri setelah itu.</source>
        <translation>What is not printed yet comes out by itself after that.</translation>
    </message>
    <message>
        <source>Printer siap.</source>
        <translation>The printer is ready.</translation>
    </message>
    <message>
        <source>Cetak uji memeriksa lebar kertas, huruf, kode, dan potongan.</source>
        <translation>A test page checks paper width, letters, codes and the cut.</translation>
    </message>
    <message>
        <source>Printer tidak tersambung.</source>
        <translation>The printer is not connected.</translation>
    </message>
    <message>
        <source>Nyalakan printer dan periksa kabelnya.</source>
        <translation>Switch it on and check its cable.</translation>
    </message>
    <message>
        <source>Kertas printer habis.</source>
        <translation>The printer is out of paper.</translation>
    </message>
    <message>
        <source>Pasang gulungan baru.</source>
        <translation>Put in a new roll.</translation>
    </message>
    <message>
        <source>Tutup printer terbuka.</source>
        <translation>The printer’s cover is open.</translation>
    </message>
    <message>
        <source>Tutup sampai terkunci.</source>
        <translation>Close it until it locks.</translation>
    </message>
    <message>
        <source>Kertas printer hampir habis.</source>
        <translation>The printer’s paper is almost used up.</translation>
    </message>
    <message>
        <source>Siapkan gulungan baru.</source>
        <translation>Have a new roll ready.</translation>
    </message>
    <message>
        <source>Minta manajer memeriksa [printer] di settings.toml.</source>
        <translation>Ask the manager to check [printer] in settings.toml.</translation>
    </message>
    <message>
        <source>Pengaturan printer salah.</source>
        <translation>The printer is set up wrong.</translation>
    </message>
    <message>
        <source>Kertas tidak dapat dibuat.</source>
        <translation>The paper can't be made.</translation>
    </message>
    <message>
        <source>Bukan salah printer. Sebabnya ada di log: beri tahu manajer.</source>
        <translation>It is not the printer's fault. The log says why: tell the manager.</translation>
    </message>
    <message>
        <source>Gateway menjawab.</source>
        <translation>The gateway answers.</translation>
    </message>
    <message>
        <source>QRIS, Alfamart, dan Indomaret dapat dipakai.</source>
        <translation>QRIS, Alfamart and Indomaret can be used.</translation>
    </message>
    <message>
        <source>Gateway terputus</source>
        <translation>The gateway cannot be reached</translation>
    </message>
    <message>
        <source>Periksa internet. Yang sudah ditagih tetap dipantau, jangan menagih ulang.</source>
        <translation>Check the internet. What was charged stays watched, do not charge again.</translation>
    </message>
    <message>
        <source>Gateway lambat menjawab.</source>
        <translation>The gateway is slow to answer.</translation>
    </message>
    <message>
        <source>Tunggu hasilnya, jangan menagih ulang.</source>
        <translation>Wait for the result, do not charge again.</translation>
    </message>
    <message>
        <source>Relay tersambung.</source>
        <translation>The relay is connected.</translation>
    </message>
    <message>
        <source>Kabar pembayaran datang sendiri.</source>
        <translation>News of payments comes by itself.</translation>
    </message>
    <message>
        <source>Pembayaran tetap ditanyakan ke gateway, kabarnya hanya lebih lambat.</source>
        <translation>The gateway is still asked about payments, news is only slower.</translation>
    </message>
    <message>
        <source>Relay lambat.</source>
        <translation>The relay is slow.</translation>
    </message>
    <message>
        <source>Manajer: periksa internet, dan apakah relay berjalan.</source>
        <translation>Manager: check the internet, and whether the relay runs.</translation>
    </message>
    <message>
        <source>Manajer: sertifikat relay tidak dipercaya komputer ini.</source>
        <translation>Manager: this computer does not trust the relay's certificate.</translation>
    </message>
    <message>
        <source>Manajer: di alamat [relay] url tidak ada relay, periksa tulisannya.</source>
        <translation>Manager: there is no relay at [relay] url, check how it is written.</translation>
    </message>
    <message>
        <source>Manajer: relay pindah, tulis alamat barunya di [relay] url.</source>
        <translation>Manager: the relay has moved, write its new address as [relay] url.</translation>
    </message>
    <message>
        <source>Manajer: yang menjawab di [relay] url tidak menerima kasir ini.</source>
        <translation>Manager: what answers at [relay] url does not let this till in.</translation>
    </message>
    <message>
        <source>Relay sedang penuh, dan dicoba lagi sendiri.</source>
        <translation>The relay is full at the moment, and is tried again by itself.</translation>
    </message>
    <message>
        <source>Manajer: kabar uji tidak kembali, periksa relay dan notification_url.</source>
        <translation>Manager: a test notification does not come back, check the relay and notification_url.</translation>
    </message>
    <message>
        <source>Manajer: keyring atau kunci toko belum siap.</source>
        <translation>Manager: the keyring or the shop's key is not ready.</translation>
    </message>
    <message>
        <source>Manajer: kesalahan ada di aplikasi, sebabnya ada di log.</source>
        <translation>Manager: the fault is in the app, the log says why.</translation>
    </message>
    <message>
        <source>Relay terputus</source>
        <translation>The relay cannot be reached</translation>
    </message>
    <message>
        <source>sejak {time}</source>
        <translation>since {time}</translation>
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
    <message>
        <source>kertas tidak dapat dibuat</source>
        <translation>the paper can't be made</translation>
    </message>
    <message>
        <source>lambat, {seconds}</source>
        <translation>slow, {seconds}</translation>
    </message>
</context>
<context>
    <name>lock</name>
    <message>
        <source>Hapus</source>
        <translation>Start over</translation>
    </message>
    <message>
        <source>Kasir terkunci</source>
        <translation>The till is locked</translation>
    </message>
    <message>
        <source>Keranjang tetap di sini dan pembayaran tetap dipantau.</source>
        <translation>The cart stays here and payments are still watched.</translation>
    </message>
    <message>
        <source>Masuk</source>
        <translation>Sign in</translation>
    </message>
    <message>
        <source>Masuk dengan PIN sendiri</source>
        <translation>Sign in with your own PIN</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>Siapa di kasir ini?</source>
        <translation>Who is at this till?</translation>
    </message>
    <message>
        <source>Yang masuk melanjutkan penjualan yang terbuka.</source>
        <translation>Whoever signs in goes on with the open sale.</translation>
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
        <source>Barang itu belum masuk ke penjualan. Tekan Esc untuk membatalkan tagihan.</source>
        <translation>It is not in the sale yet. Press Esc to drop the charge.</translation>
    </message>
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
        <source>Penjualan {number} dibatalkan.</source>
        <translation>Sale {number} is cancelled.</translation>
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
    <message>
        <source>Keputusan sebelumnya ditarik kembali.</source>
        <translation>The decision before was taken back.</translation>
    </message>
    <message>
        <source>Keputusan untuk {number} dicatat.</source>
        <translation>The decision on {number} is recorded.</translation>
    </message>
    <message>
        <source>Kertas untuk {number} tidak dapat dibuat.</source>
        <translation>The paper for {number} can't be made.</translation>
    </message>
    <message>
        <source>Pembayarannya tercatat. Sebabnya ada di log: beri tahu manajer.</source>
        <translation>The payment is recorded. The log says why: tell the manager.</translation>
    </message>
    <message>
        <source>Tagihan menunggu barang terakhir.</source>
        <translation>The charge waits for the last item.</translation>
    </message>
    <message>
        <source>Tidak dijalankan, tidak ada yang berubah.</source>
        <translation>Not done, nothing has changed.</translation>
    </message>
    <message>
        <source>Uang {number} belum dikembalikan.</source>
        <translation>The money of {number} was not given back.</translation>
    </message>
    <message>
        <source>Uang {number} dikembalikan.</source>
        <translation>The money of {number} was given back.</translation>
    </message>
</context>
<context>
    <name>obstacles</name>
    <message>
        <source>Catatan tidak dapat ditulis ke disk. Tidak ada yang berubah.</source>
        <translation>The journal can’t be written to disk. Nothing has changed.</translation>
    </message>
    <message>
        <source>Hari ini belum pernah direkonsiliasi.</source>
        <translation>This day was never reconciled.</translation>
    </message>
    <message>
        <source>Ini manajer terakhir. Tambahkan manajer lain dulu.</source>
        <translation>This is the last manager. Add another manager first.</translation>
    </message>
    <message>
        <source>Jumlahnya tidak sama. Uang hanya dapat membayar jumlah yang sama.</source>
        <translation>The amounts differ. Money can only pay the same amount.</translation>
    </message>
    <message>
        <source>Kasir lain memegang pembayaran ini. Lakukan di kasir itu.</source>
        <translation>Another till holds this payment. Do it at that till.</translation>
    </message>
    <message>
        <source>Kasir terkunci. Masuk dengan PIN dulu.</source>
        <translation>The till is locked. Sign in with a PIN first.</translation>
    </message>
    <message>
        <source>Nama itu sudah ada. Tambahkan nama belakang.</source>
        <translation>That name exists already. Add a family name.</translation>
    </message>
    <message>
        <source>Namanya terlalu panjang. Paling banyak 60 huruf.</source>
        <translation>The name is too long. At most 60 letters.</translation>
    </message>
    <message>
        <source>Orang ini tidak bekerja di sini lagi.</source>
        <translation>This person does not work here any more.</translation>
    </message>
    <message>
        <source>Orang pertama harus manajer.</source>
        <translation>The first person must be a manager.</translation>
    </message>
    <message>
        <source>PIN itu tidak dapat dipakai. Pilih PIN lain.</source>
        <translation>That PIN can’t be used. Choose another PIN.</translation>
    </message>
    <message>
        <source>Pembayaran ini tidak lagi menunggu keputusan.</source>
        <translation>This payment wants no decision any more.</translation>
    </message>
    <message>
        <source>Pembayarannya sudah berubah. Lihat lagi, lalu putuskan.</source>
        <translation>The payment has changed. Look again, then decide.</translation>
    </message>
    <message>
        <source>Pengembalian sedang berjalan. Tunggu hasilnya dulu.</source>
        <translation>A refund is under way. Wait for its result first.</translation>
    </message>
    <message>
        <source>Penjualan itu tidak ditemukan. Pilih yang lain.</source>
        <translation>That sale was not found. Pick another.</translation>
    </message>
    <message>
        <source>Penjualan itu tidak terbuka lagi. Pilih yang lain.</source>
        <translation>That sale is not open any more. Pick another.</translation>
    </message>
    <message>
        <source>Tidak ada tugas pengembalian untuk pembayaran ini.</source>
        <translation>There is no refund task for this payment.</translation>
    </message>
    <message>
        <source>Pembayaran ini sudah berakhir atau sedang ditutup.</source>
        <translation>This payment has ended or is being closed already.</translation>
    </message>
    <message>
        <source>Tulis alasannya dulu.</source>
        <translation>Say why first.</translation>
    </message>
    <message>
        <source>Tulis namanya dulu.</source>
        <translation>Write the name first.</translation>
    </message>
    <message>
        <source>Uang dari kode toko tidak dapat kembali lewat gateway. Pakai tunai.</source>
        <translation>Money paid with a store code can’t go back through the gateway. Use cash.</translation>
    </message>
</context>
<context>
    <name>offers</name>
    <message>
        <source>Belum ada QR yang ditampilkan, jadi belum ada yang bisa dibayar.</source>
        <translation>No QR has been shown, so nothing can be paid yet.</translation>
    </message>
    <message>
        <source>Belum ada kode yang dicetak, jadi belum ada yang bisa dibayar.</source>
        <translation>No code has been printed, so nothing can be paid yet.</translation>
    </message>
    <message>
        <source>QR ditutup dulu</source>
        <translation>QR is closed first</translation>
    </message>
    <message>
        <source>Sudah tercatat: QR ditampilkan. Belum: QR baru dibuat.</source>
        <translation>Found: the QR is shown. Not found: a new QR is made.</translation>
    </message>
    <message>
        <source>Sudah tercatat: kode ditampilkan. Belum: kode baru dibuat.</source>
        <translation>Found: the code is shown. Not found: a new code is made.</translation>
    </message>
    <message>
        <source>kode ditutup dulu</source>
        <translation>code is closed first</translation>
    </message>
    <message>
        <source>“Sebentar ya, QR sedang kami siapkan.”</source>
        <translation>“One moment, we are preparing the QR.”</translation>
    </message>
    <message>
        <source>“Sebentar ya, kode sedang kami siapkan.”</source>
        <translation>“One moment, we are preparing the code.”</translation>
    </message>
    <message>
        <source>perlu PIN</source>
        <translation>PIN needed</translation>
    </message>
    <message>
        <source>pilih alasan</source>
        <translation>choose a reason</translation>
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
    <message>
        <source>Kabar sah dari gateway</source>
        <translation>Valid notice from the gateway</translation>
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
        <source>Sedang disiapkan</source>
        <translation>Being prepared</translation>
    </message>
</context>
<context>
    <name>pins</name>
    <message>
        <source>Pilih dulu salah satu: Alt 1 sampai Alt {last}.</source>
        <translation>Choose one first: Alt 1 to Alt {last}.</translation>
    </message>
    <message>
        <source>Pilih dulu dengan Alt 1.</source>
        <translation>Choose it first with Alt 1.</translation>
    </message>
    <message>
        <source>Hapus satu angka</source>
        <translation>Remove one digit</translation>
    </message>
    <message>
        <source>PIN benar, tetapi orang ini tidak berhak.</source>
        <translation>A right PIN, but this person may not do it.</translation>
    </message>
    <message>
        <source>PIN manajer</source>
        <translation>Manager PIN</translation>
    </message>
    <message>
        <source>PIN salah, sisa {count} kali.</source>
        <translation>Wrong PIN, {count} tries left.</translation>
    </message>
    <message>
        <source>PIN salah, sisa {count} kali. Tunggu {time}.</source>
        <translation>Wrong PIN, {count} tries left. Wait {time}.</translation>
    </message>
    <message>
        <source>Perlu PIN seseorang yang berhak.</source>
        <translation>The PIN of somebody who may do it is needed.</translation>
    </message>
    <message>
        <source>Sepuluh kali salah. Pemilik membukanya di komputer ini.</source>
        <translation>Wrong ten times. The owner unlocks it on this computer.</translation>
    </message>
    <message>
        <source>Silakan coba lagi.</source>
        <translation>Please try again.</translation>
    </message>
    <message>
        <source>Tunggu {time} sebelum mencoba lagi.</source>
        <translation>Wait {time} before you try again.</translation>
    </message>
    <message>
        <source>Ulang</source>
        <translation>Clear</translation>
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
        <source>Katakan kepada pelanggan</source>
        <translation>Tell the customer</translation>
    </message>
    <message>
        <source>ditutup di gateway dulu</source>
        <translation>closed at the gateway first</translation>
    </message>
    <message>
        <source>Batalkan</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>tetap dipantau</source>
        <translation>still watched</translation>
    </message>
    <message>
        <source>Layani berikutnya</source>
        <translation>Serve the next</translation>
    </message>
    <message>
        <source>Kode sedang disiapkan.</source>
        <translation>The code is being prepared.</translation>
    </message>
</context>
<context>
    <name>preparing, narrow</name>
    <message>
        <source>ditutup dulu</source>
        <translation>closed first</translation>
    </message>
</context>
<context>
    <name>printer trials</name>
    <message>
        <source>Cetak uji</source>
        <translation>Print a test page</translation>
    </message>
    <message>
        <source>Halaman uji sedang dicetak.</source>
        <translation>The test page is being printed.</translation>
    </message>
    <message>
        <source>Hasilnya muncul di sini.</source>
        <translation>How it went is told here.</translation>
    </message>
    <message>
        <source>Periksa lebar, huruf, kode, dan potongan di kertas.</source>
        <translation>Look at its width, letters, codes and cut.</translation>
    </message>
    <message>
        <source>Halaman uji sudah keluar.</source>
        <translation>The test page came out.</translation>
    </message>
    <message>
        <source>Halaman uji tidak keluar. {trouble}</source>
        <translation>The test page did not come out. {trouble}</translation>
    </message>
</context>
<context>
    <name>problems</name>
    <message>
        <source>Jumlah di kode tidak sama dengan total penjualan.</source>
        <translation>The amount of the code is not the total of the sale.</translation>
    </message>
    <message>
        <source>Kode hilang di jalan karena sambungan putus.</source>
        <translation>The code got lost on the way: the connection broke.</translation>
    </message>
    <message>
        <source>Minta manajer memasang kunci toko, lalu {again}.</source>
        <translation>Ask the manager to set the store’s key, then {again}.</translation>
    </message>
    <message>
        <source>Minta manajer membuka keyring komputer, lalu {again}.</source>
        <translation>Ask the manager to unlock the keyring, then {again}.</translation>
    </message>
    <message>
        <source>Periksa internet, lalu {again}.</source>
        <translation>Check the internet, then {again}.</translation>
    </message>
    <message>
        <source>Tunggu satu menit, lalu {again}.</source>
        <translation>Wait one minute, then {again}.</translation>
    </message>
    <message>
        <source>coba lagi</source>
        <translation>try again</translation>
    </message>
    <message>
        <source>tekan {key} lagi</source>
        <translation>press {key} again</translation>
    </message>
    <message>
        <source>Kode itu tidak pernah ditampilkan.</source>
        <translation>That code was never shown.</translation>
    </message>
    <message>
        <source>QR itu tidak pernah ditampilkan.</source>
        <translation>That QR was never shown.</translation>
    </message>
    <message>
        <source>Belum ada struk atau slip yang dapat dicetak ulang.</source>
        <translation>There is no receipt or slip yet that could be printed again.</translation>
    </message>
    <message>
        <source>Catatan lama ini tidak dapat dibaca.</source>
        <translation>This old record cannot be read.</translation>
    </message>
    <message>
        <source>Pembayaran dan isi penjualan tidak berubah.</source>
        <translation>Payments and the sale are unchanged.</translation>
    </message>
    <message>
        <source>F11 mencetak penjualan terakhir dari hari ini atau semalam.</source>
        <translation>F11 prints the newest sale of today or last night.</translation>
    </message>
    <message>
        <source>Panggil manajer untuk memeriksa catatan penjualan.</source>
        <translation>Call the manager to have the sales journal checked.</translation>
    </message>
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
        <source>Ada penjualan di kasir yang belum selesai.</source>
        <translation>A sale at the counter is not finished.</translation>
    </message>
    <message>
        <source>Selesaikan atau kosongkan penjualan itu dulu.</source>
        <translation>Finish or empty that sale first.</translation>
    </message>
    <message>
        <source>Uang untuk penjualan ini sudah masuk.</source>
        <translation>Money for this sale has come.</translation>
    </message>
    <message>
        <source>Jangan menagih lagi. Minta keputusan manajer di pesanan tertunda.</source>
        <translation>Do not charge again. Ask the manager to decide on the pending board.</translation>
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
        <source>Kasir tidak dapat dimulai.</source>
        <translation>The till cannot start.</translation>
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
        <source>Tutup aplikasi dan buka lagi. Kalau tetap gagal, panggil manajer.</source>
        <translation>Close the app and open it again. If it still fails, call the manager.</translation>
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
        <source>Coba sekali lagi. Kalau tetap ditolak, panggil manajer.</source>
        <translation>Try once more. If it is refused again, call the manager.</translation>
    </message>
    <message>
        <source>Pakai cara bayar lain. Manajer dapat mengaktifkannya di Midtrans.</source>
        <translation>Use another method. The manager can activate it at Midtrans.</translation>
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
        <source>Tunggu hasilnya, jangan menagih ulang.</source>
        <translation>Wait for the result, do not charge again.</translation>
    </message>
    <message>
        <source>Uang yang masuk sekarang belum dapat dicatat. Jangan serahkan barang dulu.</source>
        <translation>Money that comes in now cannot be recorded yet. Do not hand over the goods.</translation>
    </message>
    <message>
        <source>Pembayaran yang sedang berjalan tidak berubah.</source>
        <translation>The payment under way has not changed.</translation>
    </message>
    <message>
        <source>Permintaan tidak sampai ke gateway.</source>
        <translation>The request did not reach the gateway.</translation>
    </message>
</context>
<context>
    <name>refunds</name>
    <message>
        <source>Akun toko tidak punya izin mengembalikan. Kembalikan tunai.</source>
        <translation>The shop’s account may not refund. Give cash back.</translation>
    </message>
    <message>
        <source>Bank atau dompet menolak pengembalian. Kembalikan tunai.</source>
        <translation>The bank or wallet denied the refund. Give cash back.</translation>
    </message>
    <message>
        <source>Belum ada jawaban. Minta lagi aman: tidak akan dua kali.</source>
        <translation>No answer yet. Asking again is safe: it never goes back twice.</translation>
    </message>
    <message>
        <source>Jawaban pertama hilang, dan sekarang ditolak. Lihat di situs Midtrans; kalau belum kembali, kembalikan dari sana.</source>
        <translation>The first answer was lost, and now it is refused. Look at the Midtrans site; if it has not gone back, refund it there.</translation>
    </message>
    <message>
        <source>Gateway menolak pengembalian. Kembalikan tunai.</source>
        <translation>The gateway refused the refund. Give cash back.</translation>
    </message>
    <message>
        <source>Gateway sudah mengembalikan uangnya ke pelanggan.</source>
        <translation>The gateway has given the money back to the customer.</translation>
    </message>
    <message>
        <source>Gateway tidak dapat mengembalikan ini. Kembalikan tunai.</source>
        <translation>The gateway can’t refund this one. Give cash back.</translation>
    </message>
    <message>
        <source>Gateway tidak mengenal pembayaran ini. Hubungi Midtrans.</source>
        <translation>The gateway does not know this payment. Contact Midtrans.</translation>
    </message>
    <message>
        <source>Gateway tidak terjangkau. Tidak ada yang terkirim, coba lagi.</source>
        <translation>The gateway can’t be reached. Nothing was sent, try again.</translation>
    </message>
    <message>
        <source>Nomor pengembalian ini sudah dipakai. Hubungi Midtrans.</source>
        <translation>This refund number was used already. Contact Midtrans.</translation>
    </message>
    <message>
        <source>Saldo toko di gateway tidak cukup. Kembalikan tunai.</source>
        <translation>The shop’s balance at the gateway is too low. Give cash back.</translation>
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
    <message>
        <source>Tidak ada yang ditambahkan.</source>
        <translation>Nothing was added.</translation>
    </message>
    <message>
        <source>“{text}” belum ditambahkan.</source>
        <translation>“{text}” is not added yet.</translation>
    </message>
    <message>
        <source>Tekan Enter untuk menambahkan, atau hapus tulisannya, lalu tagih lagi.</source>
        <translation>Press Enter to add it, or clear it, then charge again.</translation>
    </message>
    <message>
        <source>“{text}” tidak ditemukan.</source>
        <translation>“{text}” was not found.</translation>
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
    <name>slips</name>
    <message>
        <source>Slip lembar {count} belum tercetak: {trouble}.</source>
        <translation>Sheet {count} of the slip is not printed yet: {trouble}.</translation>
    </message>
    <message>
        <source>Slip sedang dicetak, lembar {count}.</source>
        <translation>The slip is being printed, sheet {count}.</translation>
    </message>
    <message>
        <source>Slip tidak dapat dibuat.</source>
        <translation>The slip can't be made.</translation>
    </message>
    <message>
        <source>Bacakan kode kepada pelanggan. Sebabnya ada di log: beri tahu manajer.</source>
        <translation>Read the code out to the customer. The log says why: tell the manager.</translation>
    </message>
    <message>
        <source>Tunggu sampai keluar, lalu berikan kepada pelanggan.</source>
        <translation>Wait until it is out, then give it to the customer.</translation>
    </message>
    <message>
        <source>Berikan slip kepada pelanggan.</source>
        <translation>Give the slip to the customer.</translation>
    </message>
    <message>
        <source>Pelanggan dapat memotret kodenya.</source>
        <translation>The customer may photograph the code.</translation>
    </message>
    <message>
        <source>Slip dicetak, lembar {count}.</source>
        <translation>Slip printed, sheet {count}.</translation>
    </message>
    <message>
        <source>Slip keluar sendiri setelah printer siap. Sementara itu bacakan kode.</source>
        <translation>It comes by itself once the printer is ready. Read the code out meanwhile.</translation>
    </message>
    <message>
        <source>Tanpa printer: bacakan kode.</source>
        <translation>No printer: read the code out.</translation>
    </message>
</context>
<context>
    <name>staff</name>
    <message>
        <source>Kasir</source>
        <translation>Cashier</translation>
    </message>
    <message>
        <source>Manajer</source>
        <translation>Manager</translation>
    </message>
    <message>
        <source>Menjual dan menagih. Pembatalan perlu PIN orang lain.</source>
        <translation>Sells and charges. A cancel needs somebody else’s PIN.</translation>
    </message>
    <message>
        <source>Pengawas</source>
        <translation>Supervisor</translation>
    </message>
    <message>
        <source>4 sampai 8 angka, tidak sama dengan orang lain.</source>
        <translation>4 to 8 digits, different from everybody else’s.</translation>
    </message>
    <message>
        <source>Belum ada staf</source>
        <translation>No staff yet</translation>
    </message>
    <message>
        <source>Belum ada staf. Selama belum ada, kasir tidak meminta PIN dan tidak ada yang dikunci.</source>
        <translation>No staff yet. Until there is, the till asks for no PIN and nothing is locked.</translation>
    </message>
    <message>
        <source>Berhentikan</source>
        <translation>Dismiss</translation>
    </message>
    <message>
        <source>Berhentikan {name}?</source>
        <translation>Dismiss {name}?</translation>
    </message>
    <message>
        <source>Di kasir ini</source>
        <translation>At this till</translation>
    </message>
    <message>
        <source>Dua PIN tadi tidak sama. Ketik lagi.</source>
        <translation>The two PINs differ. Type again.</translation>
    </message>
    <message>
        <source>Ganti PIN</source>
        <translation>Change PIN</translation>
    </message>
    <message>
        <source>Jangan</source>
        <translation>Not now</translation>
    </message>
    <message>
        <source>Kembali</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Ketik PIN yang sama sekali lagi.</source>
        <translation>Type the same PIN once more.</translation>
    </message>
    <message>
        <source>Ketik nama</source>
        <translation>Type the name</translation>
    </message>
    <message>
        <source>Lanjut</source>
        <translation>Go on</translation>
    </message>
    <message>
        <source>Manajer pertama</source>
        <translation>First manager</translation>
    </message>
    <message>
        <source>Nama</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Orang pertama adalah manajer. Sejak itu kasir meminta PIN.</source>
        <translation>The first person is a manager. From then on the till asks for PINs.</translation>
    </message>
    <message>
        <source>PIN baru</source>
        <translation>New PIN</translation>
    </message>
    <message>
        <source>PIN-nya tidak berlaku lagi. Namanya tetap pada yang sudah dikerjakan.</source>
        <translation>The PIN is no longer valid. The name stays on what was done.</translation>
    </message>
    <message>
        <source>Peran</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>Rekonsiliasi</source>
        <translation>Reconciliation</translation>
    </message>
    <message>
        <source>Setiap orang punya PIN sendiri; PIN itulah namanya di kasir.</source>
        <translation>Everybody has a PIN of their own; it is their name at the till.</translation>
    </message>
    <message>
        <source>Simpan</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Staf</source>
        <translation>Staff</translation>
    </message>
    <message>
        <source>Tambah staf</source>
        <translation>Add staff</translation>
    </message>
    <message>
        <source>Ubah</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Ubah peran</source>
        <translation>Change role</translation>
    </message>
    <message>
        <source>Ulangi PIN baru</source>
        <translation>Repeat the new PIN</translation>
    </message>
    <message>
        <source>Juga membatalkan, dan melihat uang sehari.</source>
        <translation>Also cancels, and sees a day's money.</translation>
    </message>
    <message>
        <source>Semuanya: juga keputusan, pengembalian dan staf.</source>
        <translation>Everything: decisions, refunds and staff as well.</translation>
    </message>
</context>
<context>
    <name>store code</name>
    <message>
        <source>Batalkan</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Bayar paling lambat</source>
        <translation>Pay before</translation>
    </message>
    <message>
        <source>Bayar tepat</source>
        <translation>Exact amount</translation>
    </message>
    <message>
        <source>Cetak ulang</source>
        <translation>Reprint</translation>
    </message>
    <message>
        <source>Ganti cara</source>
        <translation>Switch</translation>
    </message>
    <message>
        <source>Ganti cara bayar</source>
        <translation>Switch method</translation>
    </message>
    <message>
        <source>Kode pembayaran, dibayar di kasir {store}</source>
        <translation>Payment code, paid at an {store} counter</translation>
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
        <source>Layani pelanggan berikutnya, pembayaran tetap dipantau.</source>
        <translation>Serve the next customer, the payment is still watched.</translation>
    </message>
    <message>
        <source>Pindai barang berikutnya: pesanan ini pindah sendiri ke Tertunda.</source>
        <translation>Scan the next item: this order moves to Pending by itself.</translation>
    </message>
    <message>
        <source>sisa {time}</source>
        <translation>{time} left</translation>
    </message>
    <message>
        <source>Sisa waktu {time}</source>
        <translation>{time} left</translation>
    </message>
    <message>
        <source>kode ditutup dulu</source>
        <translation>code is closed first</translation>
    </message>
    <message>
        <source>salinan bernomor</source>
        <translation>a numbered copy</translation>
    </message>
</context>
<context>
    <name>story</name>
    <message>
        <source>Belum ada teks dari gateway.</source>
        <translation>No text from the gateway yet.</translation>
    </message>
    <message>
        <source>Cek: dibayar {amount}</source>
        <translation>Check: paid {amount}</translation>
    </message>
    <message>
        <source>Cek: tagihan tidak ditemukan</source>
        <translation>Check: no such charge</translation>
    </message>
    <message>
        <source>Cek: {answer}</source>
        <translation>Check: {answer}</translation>
    </message>
    <message>
        <source>Gateway belum menjawab</source>
        <translation>No answer from the gateway</translation>
    </message>
    <message>
        <source>Gateway membuat QR</source>
        <translation>The gateway made the QR</translation>
    </message>
    <message>
        <source>Gateway membuat kode</source>
        <translation>The gateway made the code</translation>
    </message>
    <message>
        <source>Jawaban atas pembatalan</source>
        <translation>Gateway answered the cancel</translation>
    </message>
    <message>
        <source>Jawaban atas pengembalian</source>
        <translation>Gateway answered the refund</translation>
    </message>
    <message>
        <source>Terlalu lama tanpa hasil</source>
        <translation>No result for too long</translation>
    </message>
    <message>
        <source>Tagihan tidak dibuat gateway</source>
        <translation>The gateway made no charge</translation>
    </message>
    <message>
        <source>Kabar push: {news}</source>
        <translation>Push: {news}</translation>
    </message>
    <message>
        <source>Keputusan: {decision}</source>
        <translation>Decision: {decision}</translation>
    </message>
    <message>
        <source>Kode diminta</source>
        <translation>Code requested</translation>
    </message>
    <message>
        <source>Kode diminta oleh {name}</source>
        <translation>Code requested by {name}</translation>
    </message>
    <message>
        <source>Laci uang dibuka</source>
        <translation>Cash drawer opened</translation>
    </message>
    <message>
        <source>Menunggu dibayar di {store}</source>
        <translation>Awaiting payment at {store}</translation>
    </message>
    <message>
        <source>Menunggu di {store}</source>
        <translation>Waiting at {store}</translation>
    </message>
    <message>
        <source>Menunggu pembayaran</source>
        <translation>Awaiting payment</translation>
    </message>
    <message>
        <source>Menunggu gateway menutup</source>
        <translation>Waiting for it to be closed</translation>
    </message>
    <message>
        <source>Menunggu jawaban gateway</source>
        <translation>Waiting for the gateway</translation>
    </message>
    <message>
        <source>Menunggu pelanggan membayar</source>
        <translation>Waiting for the customer to pay</translation>
    </message>
    <message>
        <source>Pembatalan diminta</source>
        <translation>Cancel requested</translation>
    </message>
    <message>
        <source>Pengembalian diminta</source>
        <translation>Refund requested</translation>
    </message>
    <message>
        <source>Perjalanan pembayaran</source>
        <translation>Payment history</translation>
    </message>
    <message>
        <source>QR diminta</source>
        <translation>QR requested</translation>
    </message>
    <message>
        <source>QR diminta oleh {name}</source>
        <translation>QR requested by {name}</translation>
    </message>
    <message>
        <source>QR diperiksa, isinya benar</source>
        <translation>QR checked, it is right</translation>
    </message>
    <message>
        <source>QR tidak dapat dipakai</source>
        <translation>QR can’t be used</translation>
    </message>
    <message>
        <source>Ringkas</source>
        <translation>In words</translation>
    </message>
    <message>
        <source>Slip tercetak</source>
        <translation>Slip printed</translation>
    </message>
    <message>
        <source>Struk tercetak</source>
        <translation>Receipt printed</translation>
    </message>
    <message>
        <source>Teks asli</source>
        <translation>Raw text</translation>
    </message>
    <message>
        <source>bukan yang ditagih</source>
        <translation>not what was charged</translation>
    </message>
    <message>
        <source>cek berikutnya {time}</source>
        <translation>next check {time}</translation>
    </message>
    <message>
        <source>dibatalkan</source>
        <translation>cancelled</translation>
    </message>
    <message>
        <source>dibayar</source>
        <translation>paid</translation>
    </message>
    <message>
        <source>diterima</source>
        <translation>accepted</translation>
    </message>
    <message>
        <source>ditolak</source>
        <translation>denied</translation>
    </message>
    <message>
        <source>habis</source>
        <translation>expired</translation>
    </message>
    <message>
        <source>kode persetujuan {code}</source>
        <translation>approval code {code}</translation>
    </message>
    <message>
        <source>lewat {wallet}</source>
        <translation>through {wallet}</translation>
    </message>
    <message>
        <source>menunggu</source>
        <translation>waiting</translation>
    </message>
    <message>
        <source>terkirim, hasilnya belum diketahui</source>
        <translation>sent, outcome not known yet</translation>
    </message>
    <message>
        <source>salinan ke-{number}</source>
        <translation>copy {number}</translation>
    </message>
    <message>
        <source>tanda tangan sah</source>
        <translation>signature valid</translation>
    </message>
    <message>
        <source>tanda tangan tidak sah, tidak dipercaya</source>
        <translation>signature invalid, not trusted</translation>
    </message>
    <message>
        <source>tidak ada yang terkirim</source>
        <translation>nothing was sent</translation>
    </message>
    <message>
        <source>{count} kali, ini yang terakhir</source>
        <translation>{count} times, this is the last</translation>
    </message>
    <message>
        <source>Perjalanan</source>
        <translation>History</translation>
    </message>
    <message>
        <source>dipantau kasir {till}</source>
        <translation>watched by till {till}</translation>
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
        <translation>this QR is cancelled first</translation>
    </message>
    <message>
        <source>Batalkan</source>
        <translation>Cancel</translation>
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
    <message>
        <source>Umur kode</source>
        <translation>Code age</translation>
    </message>
</context>
<context>
    <name>waiting, narrow</name>
    <message>
        <source>QR ini dibatalkan dulu</source>
        <translation>cancels this QR first</translation>
    </message>
</context>
<context>
    <name>customer name</name>
    <message>
        <source>Buat kode</source>
        <translation>Make code</translation>
    </message>
    <message>
        <source>Kembali</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Nama pelanggan untuk {store} (boleh kosong)</source>
        <translation>Customer name for {store} (may stay empty)</translation>
    </message>
</context>
</TS>
