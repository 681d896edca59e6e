"""Invented stories in the frames that agencies and outlets use."""

ANTARA = """Palu, 12/3 (ANTARA/AFP) - Menteri Luar Negeri Sari Utami mengatakan perundingan berlanjut pada April.

"Kami menunggu jawaban," ujarnya kepada wartawan.

Baca juga: Sari Utami bertemu utusan khusus

Ia menambahkan bahwa dua utusan telah tiba.


Pewarta: Tika Ayu Prameswari
Penerjemah: Rudi Hartawan
Editor: Budi Santika
Copyright © ANTARA 2024
"""

KOMPAS = """Dua Menteri Bertemu di Palu, Bahas Perbatasan

Kompas.com - 12/03/2024, 10:05 WIB
Tika Ayu Prameswari

Penulis

PALU, KOMPAS.com — Dua menteri bertemu di Palu, Selasa (12/3/2024), untuk membahas perbatasan.

“Perbatasan itu aman,” kata Menteri Pertahanan Rudi Hartawan, dikutip Reuters, Rabu.

Dapatkan update berita pilihan setiap hari dari kami.
"""

DETIK = """Utusan Khusus Tiba di Wina
Utusan khusus Sari Utami tiba di Wina pada Senin malam untuk menghadiri perundingan, kata juru bicara kedutaan.
SCROLL TO CONTINUE WITH CONTENT
"Beliau langsung beristirahat," ujar juru bicara itu.
[Gambas:Video 20detik]
Perundingan dibuka pada Selasa pagi. (tik/bud)
"""

ENGLISH = """Envoys to meet in Vienna

VIENNA, March 12 (Xinhua) -- Foreign Minister Ana Roe said on Tuesday that the envoys would meet in April.

Read also: Ana Roe to visit Palu

"We are ready," she added.

Reporting by Jon Vale and Ida Moss; Editing by Tom Reed
© 2024
"""

STORIES = (ANTARA, KOMPAS, DETIK, ENGLISH)
