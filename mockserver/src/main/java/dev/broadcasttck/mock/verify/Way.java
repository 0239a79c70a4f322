package dev.broadcasttck.mock.verify;

/** How something came. */
enum Way {
  SOCKET("over a socket"),
  REST("over REST");

  private final String words;

  Way(String words) {
    this.words = words;
  }

  String inWords() {
    return words;
  }
}
