package dev.broadcasttck.conformance.bundle;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * The files of a bundle, by their names. They have one form as a zip: sorted, not compressed, all
 * of the same time.
 */
record Parcel(SortedMap<String, byte[]> files) {
  private static final byte[] BEGINNING = {'P', 'K', 3, 4};

  /** Any will do, if it is always the same. */
  private static final LocalDateTime TIME = LocalDateTime.of(2000, 1, 1, 0, 0);

  byte[] zip() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (var file : files.entrySet()) {
        zip.putNextEntry(entry(file.getKey(), file.getValue()));
        zip.write(file.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * Reads a zip, and lets nothing pass that {@link #zip} would not have written.
   *
   * @throws Refusal if there is such a thing
   */
  static Parcel read(byte[] zip) {
    if (!Arrays.equals(BEGINNING, Arrays.copyOf(zip, BEGINNING.length))) {
      throw Refusal.noBundle("it is no zip file");
    }
    Parcel parcel = new Parcel(files(zip));
    byte[] again = parcel.zip();
    int difference = Arrays.mismatch(zip, again);
    if (difference >= 0) {
      throw new Refusal("its byte %d is not as certify writes it".formatted(difference));
    }
    return parcel;
  }

  /**
   * A file.
   *
   * @throws Refusal if there is none of that name
   */
  byte[] file(String name) {
    return Optional.ofNullable(files.get(name))
        .orElseThrow(() -> new Refusal("there is no " + name + " in it"));
  }

  private static SortedMap<String, byte[]> files(byte[] zip) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry next = in.getNextEntry(); next != null; next = in.getNextEntry()) {
        if (next.getMethod() != ZipEntry.STORED) {
          throw new Refusal(next.getName() + " is compressed, which certify does not do");
        }
        files.put(next.getName(), in.readAllBytes());
      }
    } catch (IOException | IllegalArgumentException broken) {
      throw new Refusal("it cannot be read as a zip file: " + broken.getMessage());
    }
    return files;
  }

  private static ZipEntry entry(String name, byte[] content) {
    CRC32 sum = new CRC32();
    sum.update(content);
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setTimeLocal(TIME);
    entry.setSize(content.length);
    entry.setCompressedSize(content.length);
    entry.setCrc(sum.getValue());
    return entry;
  }
}
