"""dictConfig: classes and functions of the program by their names."""
import logging
import logging.config

import helpers  # a configuration names what is in it


class Marked(logging.Formatter):
    def format(self, record):
        return "> " + super().format(record)


class Printed(logging.StreamHandler):
    def emit(self, record):
        print("printed", self.format(record))


def quiet(word="secret"):
    return lambda record: word not in record.getMessage()


CONFIG = {
    "version": 1,
    "formatters": {"marked": {"()": "__main__.Marked", "fmt": "%(levelname)s %(message)s"}, "plain": {"class": "__main__.Marked"}},
    "filters": {"quiet": {"()": "__main__.quiet", "word": "hush"}},
    "handlers": {
        "printed": {"class": "__main__.Printed", "formatter": "marked", "filters": ["quiet"]},
        "loud": {"class": "helpers.Loud", "formatter": "plain", "level": "ERROR"},
    },
    "root": {"level": "INFO", "handlers": ["printed", "loud"]},
}


def main():
    logging.config.dictConfig(CONFIG)
    logging.info("hello %s", "there")
    logging.info("hush")
    logging.error("failed")
    for name in "__main__.Missing", "helpers.Missing", "nowhere.Missing":
        try:
            logging.config.dictConfig({"version": 1, "handlers": {"h": {"class": name}}})
        except ValueError as e:
            print(e, "|", e.__cause__)


main()
