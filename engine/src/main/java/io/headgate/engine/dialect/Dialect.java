package io.headgate.engine.dialect;

import io.headgate.engine.document.Document;
import io.headgate.engine.document.SourceText;
import io.headgate.spi.model.Kind;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A file format in which people declare a landscape. Stateless. */
public interface Dialect {

  /** A name for reports, such as {@code lenses}. */
  String name();

  /** What it reads and what becomes of it, for people. */
  Description describe();

  /** The kinds it can declare at all. */
  Set<Kind> declarable();

  /**
   * Whether a file could hold a document of this dialect: a look without parsing, so that files
   * that are none of our business cost next to nothing. The glance of the {@link DialectList} has
   * said yes to it, so that most dialects need no look of their own.
   *
   * @param path relative to the root
   * @param text all of the file
   */
  default boolean mayRead(String path, String text) {
    return true;
  }

  /**
   * The directory of the landscape that a file belongs to, when the dialect has a layout and the
   * file lies in it; otherwise null.
   */
  default @Nullable String landscape(String path) {
    return null;
  }

  /** Whether its files make a landscape by themselves, or only belong beside one. */
  default boolean standsAlone() {
    return true;
  }

  /**
   * Whether a file that cannot be parsed, or holds nothing, counts as this dialect's all the same.
   *
   * @param path relative to the root
   * @param text all of the file; {@link #mayRead} has said yes to it
   */
  default boolean owns(String path, String text) {
    return standsAlone();
  }

  /**
   * Whether it reads a file as it is, all of it, instead of documents in it: a language of its own.
   * Then {@link #mayRead} decides alone.
   *
   * @param path relative to the root
   */
  default boolean readsText(String path) {
    return false;
  }

  /** Reads a file as it is. */
  default void readText(SourceText source, Reading reading) {
    throw new UnsupportedOperationException(name());
  }

  /** Whether this document is of this dialect. */
  boolean reads(Document document);

  /** Turns the document into resources and says what it cannot read. Strict: nothing is dropped. */
  void read(Document document, Reading reading);
}
