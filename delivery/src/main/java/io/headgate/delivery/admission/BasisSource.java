package io.headgate.delivery.admission;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Where the policy and the landscape of now come from. Asked by one thread. */
@FunctionalInterface
public interface BasisSource {

  /**
   * What holds from now on, if it is something else than the last time; otherwise null.
   *
   * @throws IOException if it cannot be read: what held before goes on to hold
   * @throws io.headgate.engine.error.UserError if something in it is wrong, or there is none
   */
  @Nullable Basis next() throws IOException;
}
