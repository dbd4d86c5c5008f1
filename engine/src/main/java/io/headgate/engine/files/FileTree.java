package io.headgate.engine.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The files of a run, by their paths relative to its root, with forward slashes. */
public interface FileTree {

  /** The size of a file that nobody has looked at yet. */
  long UNKNOWN = -1;

  /**
   * The files that may hold a landscape, or lie beside one ({@code .yaml}, {@code .yml}, {@code
   * .json}, {@code .avsc}, {@code .proto}, {@code .properties}, {@code .tf}, {@code .tfvars}), in
   * order.
   *
   * @throws IOException if the root cannot be read
   */
  List<Entry> list() throws IOException;

  /**
   * The files that lie in a directory, whether or not anybody asked for them; none where that
   * cannot be told. Of a module one file means little without the others.
   *
   * @param directory relative to the root; empty for the root itself
   * @throws IOException if the directory cannot be read
   */
  default List<Entry> in(String directory) throws IOException {
    return List.of();
  }

  /**
   * The content of a file, or its beginning.
   *
   * @param limit how many bytes at most
   * @throws IOException if it cannot be read
   */
  byte[] read(String path, int limit) throws IOException;

  /**
   * The content of a file, all of it, however long.
   *
   * @throws IOException if it cannot be read
   */
  default InputStream open(String path) throws IOException {
    return new ByteArrayInputStream(read(path, Integer.MAX_VALUE - 8));
  }

  /**
   * Says which files will be read next, in about this order, for those who can read ahead.
   *
   * @throws IOException if the root cannot be read
   */
  default void expect(List<Entry> entries) throws IOException {}

  /**
   * What Git calls the content of a file, where that is known without a look at it; otherwise null.
   * Files with the same id have the same content.
   */
  default @Nullable String id(Entry entry) {
    return null;
  }

  /**
   * A file, or something that could be one but is not read.
   *
   * @param path relative to the root
   * @param size in bytes, or {@link #UNKNOWN}
   * @param asked whether the user named this very file
   * @param refusal why it is not read, as a sentence; empty if it may be read
   */
  record Entry(String path, long size, boolean asked, String refusal) {}
}
