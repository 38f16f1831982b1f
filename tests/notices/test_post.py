from __future__ import annotations

import logging
import threading
import traceback

import pytest

from pos_app.notices.post import Post, PostError
from tests.midtrans.stub import Deed, Stub, answer, drip_head, hang_up, silence

SECRET = "tests-and-nothing-but-tests-0123456789"


def failed(post: Post) -> PostError:
    with pytest.raises(PostError) as error:
        post.send("{}")
    post.close()
    return error.value


@pytest.mark.parametrize("status", [200, 201, 204])
def test_an_answer_of_success(status: int) -> None:
    with Stub(answer("{}" if status != 204 else "", status)) as stub:
        post = Post(stub.url, SECRET)
        post.send("satu")
        post.send("dua")
        post.close()
    assert [request.partition(b"\r\n\r\n")[2] for request in stub.requests] == [b"satu", b"dua"]
    assert stub.connections == 2


@pytest.mark.parametrize("status", [301, 307, 401, 409, 429, 507])
def test_any_other_answer_is_none(status: int) -> None:
    with Stub(answer("", status, headers=["Location: /"])) as stub:
        error = failed(Post(stub.url))
    assert (error.status, str(error)) == (status, f"HTTP {status}")
    assert stub.connections == 1


def test_a_proxy_that_can_not_be_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALL_PROXY", "socks://127.0.0.1:1")
    assert "proxy" in str(failed(Post("https://127.0.0.1:1")))


@pytest.mark.parametrize("deed", [hang_up, silence, drip_head])
def test_no_answer_in_time(deed: Deed) -> None:
    with Stub(deed) as stub:
        assert failed(Post(stub.url, deadline=0.2)).status == 0


def test_another_thread_ends_a_running_post() -> None:
    with Stub(silence) as stub:
        post = Post(stub.url)

        def end() -> None:
            while not stub.requests:
                threading.Event().wait(0.005)
            post.hang_up()

        ending = threading.Thread(target=end)
        ending.start()
        failed(post)
        ending.join()


def test_after_the_cut_nothing_begins() -> None:
    with Stub(answer("{}")) as stub:
        post = Post(stub.url)
        post.cut()
        assert "cut" in str(failed(post))
    assert stub.connections == 0


@pytest.mark.parametrize("deed", [hang_up, answer("", 401)])
def test_the_secret_is_in_no_error_and_no_log(deed: Deed, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG), Stub(deed) as stub:
        error = failed(Post(stub.url, SECRET))
    story = "".join(traceback.TracebackException.from_exception(error).format())
    logged = "".join(record.getMessage() + repr(record.args) for record in caplog.records)
    assert (error.__cause__, error.__context__) == (None, None)
    assert "send_request_headers" in logged
    assert SECRET not in story + logged
