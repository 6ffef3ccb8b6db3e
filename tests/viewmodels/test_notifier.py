"""The notifier passes changes on, and says nothing of empty ones."""

from clubhub.domain.changes import Changes
from clubhub.viewmodels.notifier import ChangeNotifier


def test_changes_are_told_and_empty_ones_are_not():
    notifier = ChangeNotifier()
    heard = []
    notifier.changed.connect(heard.append)
    notifier.tell(Changes())
    notifier.tell(Changes(ids={"people": frozenset({1})}))
    assert [changes.kinds for changes in heard] == [{"people"}]
