package io.headgate.engine;

import io.headgate.engine.document.Documents;
import io.headgate.engine.document.Node;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Sequence;
import io.headgate.engine.document.SourceText;
import io.headgate.engine.error.UserError;
import io.headgate.engine.files.FileTree;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The files of a snapshot beside the landscape, such as {@code groups.yaml}. */
final class OwnFiles {

  /** Groups have a line for each number of each partition. */
  private static final int MOST_BYTES = 512 * 1024 * 1024;

  private static final List<String> NAMES = List.of("cluster", "gaps", "groups", "quotas");

  private final Map<String, Node> roots = new HashMap<>();

  private OwnFiles() {}

  /**
   * Reads them.
   *
   * @param directory where the snapshot is, with a slash at its end; empty for the root
   * @throws UserError if one of them is not what a snapshot writes
   */
  static OwnFiles of(FileTree files, String directory) throws IOException {
    OwnFiles own = new OwnFiles();
    for (String name : NAMES) {
      String path = directory + LiveState.OWN + "/" + name + ".yaml";
      byte[] bytes;
      try {
        bytes = files.read(path, MOST_BYTES + 1);
      } catch (FileNotFoundException | NoSuchFileException e) {
        continue;
      }
      SourceText source = new SourceText(path, new String(bytes, StandardCharsets.UTF_8));
      Documents read = Documents.read(source);
      if (bytes.length > MOST_BYTES || !read.problems().isEmpty() || read.documents().size() != 1) {
        throw wrong(path);
      }
      own.roots.put(name, read.documents().get(0).root());
    }
    return own;
  }

  private static UserError wrong(String path) {
    return new UserError(
        "'" + path + "' is not what 'headgate snapshot' writes; take the snapshot again.");
  }

  /** What a file holds; null if it is not there. */
  @Nullable Node read(String name) {
    return roots.get(name);
  }

  /** The items of a list; none if it is none. */
  static List<Node> items(@Nullable Node node) {
    return node instanceof Sequence sequence ? sequence.items() : List.of();
  }

  /** The text of a key; empty if it has none. */
  static String text(Node node, String key) {
    String text = node instanceof Mapping mapping ? mapping.text(key) : null;
    return text == null ? "" : text;
  }

  /** The number of a key. */
  long number(Node node, String key) {
    try {
      return Long.parseLong(text(node, key));
    } catch (NumberFormatException e) {
      throw wrong(node.place().file());
    }
  }

  /** The number of a key that counts something. */
  int count(Node node, String key) {
    long number = number(node, key);
    if (number < 0 || number > Integer.MAX_VALUE) {
      throw wrong(node.place().file());
    }
    return (int) number;
  }
}
