"""tool doc"""
x = 1
def f(): return __name__
if __name__ == "__main__":
    print("as main")
else:
    print("imported", __name__)
