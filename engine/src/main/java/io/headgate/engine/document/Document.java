package io.headgate.engine.document;

/**
 * One document of a file.
 *
 * @param source the text of the whole file
 * @param root the tree
 */
public record Document(SourceText source, Node root) {

  /** The path of its file. */
  public String file() {
    return source.file();
  }
}
