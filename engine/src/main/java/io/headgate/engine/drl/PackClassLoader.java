package io.headgate.engine.drl;

import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Holds the compiled rules of one pack. Of everything else they see what {@link Allowed} lists: a
 * second door behind {@link CompiledPack#read}, which takes in no class that reaches for more.
 */
final class PackClassLoader extends ClassLoader {

  private final Map<String, byte[]> classes;
  private final ClassLoader engine;

  PackClassLoader(CompiledPack pack) {
    super("pack " + pack.pack(), null);
    classes = pack.classes();
    engine = PackClassLoader.class.getClassLoader();
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      if (loaded != null) {
        return loaded;
      }
      byte[] bytes = classes.get(name);
      if (bytes != null) {
        return defineClass(name, bytes, 0, bytes.length);
      }
      if (Allowed.type(name.replace('.', '/'))) {
        return engine.loadClass(name);
      }
      throw new ClassNotFoundException(name);
    }
  }

  @Override
  public @Nullable URL getResource(String name) {
    return null;
  }

  @Override
  public Enumeration<URL> getResources(String name) {
    return Collections.emptyEnumeration();
  }
}
