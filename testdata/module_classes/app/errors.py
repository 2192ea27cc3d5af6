class AppError(Exception):
    code = 500


class NotFound(AppError):
    code = 404

    def __init__(self, key: str) -> None:
        super().__init__(f"no {key}")
        self.key = key


class Wrapped(AppError):
    pass
