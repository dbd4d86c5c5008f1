package io.headgate.engine;

import io.headgate.engine.files.FileTree;

/**
 * What runs, as a snapshot wrote it down.
 *
 * @param files the files of the snapshot, by their paths in its directory
 * @param shown what reports call it: the address of a cluster, or a directory
 */
public record LiveState(FileTree files, String shown) {

  /** Where a snapshot keeps what the layout of the landscape has no place for. */
  public static final String OWN = ".headgate-snapshot";
}
