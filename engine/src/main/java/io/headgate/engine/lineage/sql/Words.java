package io.headgate.engine.lineage.sql;

import java.util.Set;

/** Lists of words. */
final class Words {

  private Words() {}

  /** The words of a text, which are parted by single blanks. */
  static Set<String> of(String text) {
    return Set.of(text.split(" ", -1));
  }
}
