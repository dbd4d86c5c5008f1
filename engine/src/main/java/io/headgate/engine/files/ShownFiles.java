package io.headgate.engine.files;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Files of another root, by their paths from here.
 *
 * @param files the files of the other root
 * @param directory where that root lies, seen from here; never empty
 */
public record ShownFiles(FileTree files, String directory) implements FileTree {

  @Override
  public List<Entry> list() throws IOException {
    List<Entry> shown = new ArrayList<>();
    for (Entry entry : files.list()) {
      String path = directory + "/" + entry.path();
      shown.add(new Entry(path, entry.size(), entry.asked(), entry.refusal()));
    }
    return shown;
  }

  @Override
  public List<Entry> in(String path) throws IOException {
    if (!path.equals(directory) && !path.startsWith(directory + "/")) {
      return List.of();
    }
    List<Entry> shown = new ArrayList<>();
    for (Entry entry : files.in(path.substring(Math.min(path.length(), directory.length() + 1)))) {
      shown.add(
          new Entry(directory + "/" + entry.path(), entry.size(), entry.asked(), entry.refusal()));
    }
    return shown;
  }

  @Override
  public byte[] read(String path, int limit) throws IOException {
    return files.read(there(path), limit);
  }

  @Override
  public InputStream open(String path) throws IOException {
    return files.open(there(path));
  }

  private String there(String path) throws FileNotFoundException {
    if (!path.startsWith(directory + "/")) {
      throw new FileNotFoundException(path);
    }
    return path.substring(directory.length() + 1);
  }
}
