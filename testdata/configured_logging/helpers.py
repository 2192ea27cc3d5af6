import logging


class Loud(logging.Handler):
    def emit(self, record):
        print("LOUD", self.format(record).upper())
