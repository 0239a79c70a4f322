package dev.broadcasttck.conformance.cli;

import dev.broadcasttck.conformance.driver.Driver;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * Drivers of libraries that run in this process: by the name of their class, or by that of their
 * profile where they are services.
 *
 * @param path where their classes are, beside the suite's own
 */
record LibraryDrivers(Optional<String> path) {
  Driver named(String name) {
    ClassLoader loader =
        path.<ClassLoader>map(LibraryDrivers::loader).orElseGet(Driver.class::getClassLoader);
    try {
      return (Driver) loader.loadClass(name).getDeclaredConstructor().newInstance();
    } catch (ClassNotFoundException e) {
      return service(name, loader);
    } catch (ReflectiveOperationException | ClassCastException e) {
      throw Mistake.usage(
          "--driver: %s is no Driver with a public constructor without parameters: %s"
              .formatted(name, e));
    }
  }

  private static Driver service(String name, ClassLoader loader) {
    List<String> names = new ArrayList<>();
    for (Driver driver : ServiceLoader.load(Driver.class, loader)) {
      if (driver.profile().name().equals(name)) {
        return driver;
      }
      names.add(driver.profile().name());
      driver.close();
    }
    String others = names.isEmpty() ? "" : "; there are " + String.join(", ", names);
    throw Mistake.usage("--driver: there is neither a class nor a service '" + name + "'" + others);
  }

  private static URLClassLoader loader(String path) {
    List<URL> places = new ArrayList<>();
    for (String place : path.split(File.pathSeparator, -1)) {
      try {
        places.add(Path.of(place).toUri().toURL());
      } catch (MalformedURLException e) {
        throw Mistake.usage("--driver-path: " + place + " is no path");
      }
    }
    return new URLClassLoader(places.toArray(URL[]::new), Driver.class.getClassLoader());
  }
}
