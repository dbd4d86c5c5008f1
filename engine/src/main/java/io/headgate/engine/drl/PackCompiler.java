package io.headgate.engine.drl;

import io.headgate.engine.error.UserError;
import java.io.IOException;
import java.util.SortedMap;

/** Turns the DRL of a pack into a compiled pack. */
@FunctionalInterface
public interface PackCompiler {

  /**
   * Compiles a pack.
   *
   * @param packId the pack's id
   * @param files the content of its {@code *.drl} files, by the names that messages give them; at
   *     least one
   * @return what {@link CompiledPack#read} reads
   * @throws UserError if the DRL is not let in or does not compile: each mistake with its place
   * @throws IOException if the compiler broke or could not be run
   */
  byte[] compile(String packId, SortedMap<String, byte[]> files) throws IOException;
}
