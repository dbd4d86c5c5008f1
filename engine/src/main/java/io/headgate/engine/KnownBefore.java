package io.headgate.engine;

import io.headgate.engine.Bundling.Group;
import io.headgate.engine.dialect.ReadFile;
import io.headgate.spi.Finding;
import io.headgate.spi.model.Bundle;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a bundle was before a change that one of its own files tells of, such as a plan: no second
 * directory is needed for it.
 */
final class KnownBefore {

  private KnownBefore() {}

  /**
   * What a bundle was, or null if none of its files says so, or one of them could not be read. A
   * file that does not say it is taken as unchanged.
   *
   * @param core what the core says about the bundle now
   */
  static @Nullable Bundle of(Run run, Group now, List<Finding> core) {
    if (!now.tellsOfBefore() || Before.unread(core) != null) {
      return null;
    }
    List<ReadFile> files = new ArrayList<>(now.files().size());
    for (ReadFile file : now.files()) {
      files.add(file.before() == null ? file : file.before());
    }
    return run.bundle(new Group(now.name(), now.environment(), files), null);
  }

  /**
   * What a directory says of the state before, and what the files of now say that know better.
   *
   * @param then what the directory says; null if it has nothing of the kind
   */
  static @Nullable Group over(@Nullable Group then, Group now) {
    if (!now.tellsOfBefore()) {
      return then;
    }
    List<ReadFile> files = new ArrayList<>();
    for (ReadFile file : then == null ? List.<ReadFile>of() : then.files()) {
      if (file.before() == null) {
        files.add(file);
      }
    }
    for (ReadFile file : now.files()) {
      if (file.before() != null) {
        files.add(file.before());
      }
    }
    return new Group(now.name(), now.environment(), files);
  }
}
