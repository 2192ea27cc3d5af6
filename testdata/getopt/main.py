"""getopt: options of a command line."""
import getopt

for parse in (getopt.getopt, getopt.gnu_getopt):
    for line in ("-a -bval --foo --bar=x rest -a", "-abval x", "-b val --ba y", "- -a", "-a -- -b c", "x -a --foo",
                 "-z", "-b", "--nope", "--fo", "--foo=1", "--bar", "--f", "--", ""):
        try:
            print(line, "=>", *parse(line.split(), "ab:", ["foo", "bar=", "foobar"]))
        except getopt.GetoptError as e:
            print(line, "=>", type(e).__name__, e, repr(e.opt), e.args)
print(getopt.getopt(["--one"], "", "one"), getopt.getopt(["-x"], "x"), getopt.error is getopt.GetoptError)
print(getopt.gnu_getopt(["-a", "b", "-a"], "+a"))
