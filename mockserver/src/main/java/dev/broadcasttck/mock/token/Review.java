package dev.broadcasttck.mock.token;

/** A last look at an examined token, by which a server may think otherwise of it. */
@FunctionalInterface
public interface Review {
  Review NONE = (text, examined) -> examined;

  /**
   * What is held of a token.
   *
   * @param text the token itself, without spaces
   * @param examined what is right
   */
  Token of(String text, Token examined);
}
