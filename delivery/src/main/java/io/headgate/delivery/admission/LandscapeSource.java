package io.headgate.delivery.admission;

import io.headgate.engine.Landscape;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Where a landscape comes from. Asked by one thread. */
@FunctionalInterface
public interface LandscapeSource {

  /**
   * The landscape, if it is another one than the last time; otherwise null.
   *
   * @throws IOException if it cannot be read
   * @throws io.headgate.engine.error.UserError if something in it is wrong, or there is none
   */
  @Nullable Landscape next() throws IOException;
}
