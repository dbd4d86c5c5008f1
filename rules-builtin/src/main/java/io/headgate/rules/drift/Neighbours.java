package io.headgate.rules.drift;

import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Place;
import io.headgate.spi.model.Resource;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where something that nobody declares would stand: at the beginning of the file that declares what
 * is of its kind and named most like it.
 */
final class Neighbours {

  private final Map<Class<?>, NavigableMap<String, String>> files = new HashMap<>();
  private final @Nullable String first;

  Neighbours(Bundle bundle) {
    for (Resource resource : bundle.resources()) {
      files
          .computeIfAbsent(resource.getClass(), type -> new TreeMap<>())
          .putIfAbsent(resource.ref().name(), resource.place().file());
    }
    first = bundle.resources().isEmpty() ? null : bundle.resources().get(0).place().file();
  }

  Place placeOf(Resource resource) {
    NavigableMap<String, String> alike = files.get(resource.getClass());
    if (alike != null) {
      return Place.startOf(nearest(resource.ref().name(), alike));
    }
    return first == null ? resource.place() : Place.startOf(first);
  }

  /** Of sorted names the one with the longest common beginning stands next to the name. */
  private static String nearest(String name, NavigableMap<String, String> alike) {
    Map.Entry<String, String> before = alike.floorEntry(name);
    Map.Entry<String, String> after = alike.ceilingEntry(name);
    if (before == null || after == null) {
      return (before == null ? alike.firstEntry() : before).getValue();
    }
    return common(name, after.getKey()) > common(name, before.getKey())
        ? after.getValue()
        : before.getValue();
  }

  private static int common(String one, String other) {
    int length = 0;
    int most = Math.min(one.length(), other.length());
    while (length < most && one.charAt(length) == other.charAt(length)) {
      length++;
    }
    return length;
  }
}
