from clubhub.rostering.bits import bit_set, first_index, indices


def test_a_bit_set_gives_back_its_indices_in_order():
    assert indices(bit_set([9, 0, 63, 64], 65)) == [0, 9, 63, 64]
    assert first_index(bit_set([9, 63], 65)) == 9
    assert bit_set([], 0) == 0
    assert indices(0) == []
