/*
 * Copyright 2026-present the original author or authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

package io.github.faultbook.autoconfigure.settings;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

import io.github.faultbook.FaultbookConfigurationException.Finding;
import org.jspecify.annotations.Nullable;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.ClassUtils;

/**
 * Finds the classes that are named in the configuration. A name in lower case may come
 * from an environment variable. If no such class exists, the search ignores case and
 * accepts a dot before the name of a nested class.
 */
final class ClassNames {

	private static final String SUFFIX = ".class";

	private final @Nullable ClassLoader classLoader;

	ClassNames(@Nullable ClassLoader classLoader) {
		this.classLoader = classLoader;
	}

	/**
	 * Find a class.
	 * @param name the fully qualified name
	 * @return the class, or {@code null} if no such class can be loaded
	 */
	@Nullable Class<?> find(String name) {
		Class<?> type = load(name);
		if (type != null || !name.equals(name.toLowerCase(Locale.ROOT))) {
			return type;
		}
		for (int end = name.lastIndexOf('.'); end > 0; end = name.lastIndexOf('.', end - 1)) {
			String rest = name.substring(end + 1);
			String match = classesIn(name.substring(0, end))
				.filter((candidate) -> candidate.replace('$', '.').equalsIgnoreCase(rest))
				.findFirst()
				.orElse(null);
			if (match != null) {
				return load(name.substring(0, end + 1) + match);
			}
		}
		return null;
	}

	/**
	 * Find an exception.
	 * @param where the property that contains the name
	 * @param name the fully qualified name
	 * @param findings the list to add a finding to if there is none
	 * @return the class, or {@code null} if there is none
	 */
	@Nullable Class<?> findException(String where, String name, List<Finding> findings) {
		Class<?> type = find(name);
		if (type == null) {
			String nested = findNested(name);
			findings.add(new Finding(where, "there is no such class on the classpath.",
					(nested != null) ? "Put the name of the nested class in brackets: \"[%s]\".".formatted(nested)
							: "Correct the name. A nested class is written [com.example.Outer$Nested], in brackets."));
		}
		else if (!Throwable.class.isAssignableFrom(type)) {
			findings.add(new Finding(where, "the class is not an exception.", "Name a subclass of Throwable."));
			return null;
		}
		return type;
	}

	/**
	 * Find the nested class that was meant by a name without brackets, from which the
	 * binder has removed the dollar sign.
	 * @param name the name without the sign
	 * @return the name with the sign, or {@code null} if there is no such class
	 */
	private @Nullable String findNested(String name) {
		int end = name.lastIndexOf('.') + 1;
		return classesIn(name.substring(0, Math.max(end - 1, 0)))
			.filter((candidate) -> candidate.indexOf('$') >= 0
					&& candidate.replace("$", "").equals(name.substring(end)))
			.map((candidate) -> name.substring(0, end) + candidate)
			.findFirst()
			.orElse(null);
	}

	private @Nullable Class<?> load(String name) {
		try {
			return ClassUtils.forName(name, this.classLoader);
		}
		catch (ClassNotFoundException | LinkageError ex) {
			return null;
		}
	}

	private Stream<String> classesIn(String packageName) {
		try {
			Resource[] resources = new PathMatchingResourcePatternResolver(this.classLoader)
				.getResources("classpath*:" + packageName.replace('.', '/') + "/*" + SUFFIX);
			return Stream.concat(Stream.of(resources).map(Resource::getFilename), systemClassesIn(packageName).stream())
				.filter(Objects::nonNull)
				.filter((file) -> file.endsWith(SUFFIX))
				.map((file) -> file.substring(0, file.length() - SUFFIX.length()));
		}
		catch (IOException | RuntimeException ex) {
			return Stream.empty();
		}
	}

	/**
	 * List the classes of the JDK, which are not on the classpath.
	 * @param packageName the name of the package
	 * @return the paths of the class files, empty if the JDK has no such package
	 * @throws IOException if the image of the JDK cannot be read
	 */
	private static List<String> systemClassesIn(String packageName) throws IOException {
		FileSystem image = FileSystems.getFileSystem(URI.create("jrt:/"));
		Path modules = image.getPath("/packages", packageName);
		if (!Files.isDirectory(modules)) {
			return List.of();
		}
		try (Stream<Path> names = Files.list(modules)) {
			return names
				.map((module) -> image.getPath("/modules", module.getFileName().toString(),
						packageName.replace('.', '/')))
				.filter(Files::isDirectory)
				.flatMap(ClassNames::files)
				.toList();
		}
	}

	private static Stream<String> files(Path directory) {
		try (Stream<Path> files = Files.list(directory)) {
			return files.map((file) -> file.getFileName().toString()).toList().stream();
		}
		catch (IOException ex) {
			return Stream.empty();
		}
	}

}
