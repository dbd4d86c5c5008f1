package io.headgate.live;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A snapshot in a process of its own, so that it can be killed. */
final class SnapshotProcess {

  private SnapshotProcess() {}

  /**
   * Says that it begins, and writes a snapshot.
   *
   * @param args the broker, the properties of its client, the directory
   */
  public static void main(String[] args) throws Exception {
    System.out.println("begins");
    new Snapshot(args[0], Path.of(args[1]), List.of(), null, Duration.ofSeconds(20))
        .to(Path.of(args[2]));
    System.out.println("ends");
  }
}
