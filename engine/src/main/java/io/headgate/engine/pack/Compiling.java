package io.headgate.engine.pack;

import io.headgate.engine.drl.CompiledPack;
import io.headgate.engine.error.UserError;
import java.io.IOException;
import java.util.SortedMap;

/**
 * Turns the DRL of a pack into rules that can be run, now or by finding what an earlier run made.
 */
@FunctionalInterface
public interface Compiling {

  /**
   * Compiles.
   *
   * @param packId the pack's id
   * @param files its DRL files by their paths in the pack
   * @throws UserError if the DRL is not let in or does not compile, with places in these files
   * @throws IOException if the compiler broke or could not be run
   */
  CompiledPack compile(String packId, SortedMap<String, byte[]> files) throws IOException;
}
