package io.headgate.engine.fix;

import io.headgate.engine.files.FileTree;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Files of which some have another content than they have where they come from. */
final class Overlay implements FileTree {

  private final FileTree files;
  private final Map<String, byte[]> changed;

  Overlay(FileTree files, Map<String, byte[]> changed) {
    this.files = files;
    this.changed = Map.copyOf(changed);
  }

  @Override
  public List<Entry> list() throws IOException {
    return sized(files.list());
  }

  @Override
  public List<Entry> in(String directory) throws IOException {
    return sized(files.in(directory));
  }

  private List<Entry> sized(List<Entry> entries) {
    List<Entry> sized = new ArrayList<>(entries.size());
    for (Entry entry : entries) {
      byte[] bytes = changed.get(entry.path());
      sized.add(
          bytes == null
              ? entry
              : new Entry(entry.path(), bytes.length, entry.asked(), entry.refusal()));
    }
    return sized;
  }

  @Override
  public byte[] read(String path, int limit) throws IOException {
    byte[] bytes = changed.get(path);
    return bytes == null
        ? files.read(path, limit)
        : Arrays.copyOf(bytes, Math.min(bytes.length, limit));
  }

  @Override
  public @Nullable String id(Entry entry) {
    return changed.containsKey(entry.path()) ? null : files.id(entry);
  }
}
