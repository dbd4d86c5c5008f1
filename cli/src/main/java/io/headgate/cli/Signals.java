package io.headgate.cli;

import java.lang.reflect.Proxy;
import java.util.function.Consumer;

/**
 * Hears signals, through {@code sun.misc.Signal} of the module {@code jdk.unsupported}: Java has
 * nothing else for it. Compilers warn of that class in a way that no annotation silences, so it is
 * looked up when it is needed.
 */
final class Signals {

  private Signals() {}

  /**
   * Hears a signal from now on, instead of ending.
   *
   * @param name without {@code SIG}
   * @param hearer is told the name, on a thread of its own
   * @return false if it cannot be heard: the JVM keeps it for itself (-Xrs), or the system has none
   *     of its name
   */
  static boolean hear(String name, Consumer<String> hearer) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Object heard =
          Proxy.newProxyInstance(
              handler.getClassLoader(),
              new Class<?>[] {handler},
              (proxy, method, arguments) -> {
                hearer.accept(name);
                return null;
              });
      Object before =
          signal
              .getMethod("handle", signal, handler)
              .invoke(null, signal.getConstructor(String.class).newInstance(name), heard);
      return before != null;
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }
}
