package io.headgate.engine.files;

import java.io.FileNotFoundException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Files in memory, such as the cases of a rule's page. */
public final class MemoryFiles implements FileTree {

  private final Map<String, byte[]> files = new TreeMap<>();

  /** Files with the given texts by path. */
  public MemoryFiles(Map<String, String> texts) {
    texts.forEach((path, text) -> files.put(path, text.getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  public List<Entry> list() {
    return files.entrySet().stream()
        .filter(file -> DiskFiles.isCandidate(file.getKey()))
        .map(file -> new Entry(file.getKey(), file.getValue().length, false, ""))
        .toList();
  }

  @Override
  public List<Entry> in(String directory) {
    return list().stream()
        .filter(
            file -> {
              int slash = file.path().lastIndexOf('/');
              return (slash < 0 ? "" : file.path().substring(0, slash)).equals(directory);
            })
        .toList();
  }

  @Override
  public byte[] read(String path, int limit) throws FileNotFoundException {
    byte[] bytes = files.get(path);
    if (bytes == null) {
      throw new FileNotFoundException(path);
    }
    return Arrays.copyOf(bytes, Math.min(bytes.length, limit));
  }
}
