import pytest

from pos_app.domain.spelling import in_english, in_indonesian


@pytest.mark.parametrize(
    ("amount", "indonesian", "english"),
    [
        (0, "Nol rupiah", "Zero rupiah"),
        (11, "Sebelas rupiah", "Eleven rupiah"),
        (19, "Sembilan belas rupiah", "Nineteen rupiah"),
        (100, "Seratus rupiah", "One hundred rupiah"),
        (1_000, "Seribu rupiah", "One thousand rupiah"),
        (1_100, "Seribu seratus rupiah", "One thousand one hundred rupiah"),
        (44_000, "Empat puluh empat ribu rupiah", "Forty-four thousand rupiah"),
        (100_000, "Seratus ribu rupiah", "One hundred thousand rupiah"),
        (
            210_900,
            "Dua ratus sepuluh ribu sembilan ratus rupiah",
            "Two hundred ten thousand nine hundred rupiah",
        ),
        (1_000_000, "Satu juta rupiah", "One million rupiah"),
        (20_000_001, "Dua puluh juta satu rupiah", "Twenty million one rupiah"),
        (3_000_000_000, "Tiga miliar rupiah", "Three billion rupiah"),
    ],
)
def test_amounts_are_read_aloud(amount: int, indonesian: str, english: str) -> None:
    assert in_indonesian(amount) == indonesian
    assert in_english(amount) == english
