counter = 0
LIMIT = 3
def bump():
    global counter
    counter += 1
    return counter
def double(x):
    return x * 2
def quad(x):
    return double(double(x))
def over():
    return counter > LIMIT
class Thing:
    def go(self):
        return 'went %s' % double(4)
