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

package io.github.faultbook.sample;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Node.js with the packages that {@code src/test/node/package.json} names.
 */
final class Node {

	private static final Path SOURCES = Path.of("src", "test", "node");

	private static final Path DIRECTORY = Path.of("target", "node");

	private static final boolean INSTALLED = Stream.of("node", "npm").allMatch(Node::isOnThePath);

	static {
		if (!INSTALLED) {
			System.getLogger(Node.class.getName())
				.log(System.Logger.Level.WARNING, "No Node.js with npm: generated TypeScript is not tested");
		}
	}

	private Node() {
	}

	private static boolean isOnThePath(String program) {
		return Stream.of(System.getenv("PATH").split(File.pathSeparator))
			.anyMatch((directory) -> Files.isExecutable(Path.of(directory, program)));
	}

	/**
	 * Return whether Node.js is installed.
	 * @return whether it is on the path, with npm
	 * @throws IllegalStateException if it is not although the environment variable
	 * {@code NODE_TESTS} says {@code required}
	 */
	static boolean isInstalled() {
		if (!INSTALLED && "required".equals(System.getenv("NODE_TESTS"))) {
			throw new IllegalStateException("Install nodejs and npm");
		}
		return INSTALLED;
	}

	/**
	 * Install the packages, and create a directory from which they are found.
	 * @param name the name of the directory
	 * @return the directory, with the scripts of the tests
	 */
	static Path directory(String name) throws IOException {
		Path directory = Files.createDirectories(DIRECTORY.resolve(name));
		try (Stream<Path> sources = Files.list(SOURCES)) {
			for (Path source : sources.toList()) {
				Files.copy(source, directory.resolve(source.getFileName()), StandardCopyOption.REPLACE_EXISTING);
			}
		}
		// Test classes run in several virtual machines
		try (FileChannel channel = FileChannel.open(DIRECTORY.resolve("lock"), StandardOpenOption.CREATE,
				StandardOpenOption.WRITE)) {
			channel.lock();
			Path installed = DIRECTORY.resolve("package-lock.json");
			Path wanted = SOURCES.resolve("package-lock.json");
			if (!Files.exists(DIRECTORY.resolve("node_modules")) || Files.mismatch(installed, wanted) >= 0) {
				Files.copy(SOURCES.resolve("package.json"), DIRECTORY.resolve("package.json"),
						StandardCopyOption.REPLACE_EXISTING);
				Files.copy(wanted, installed, StandardCopyOption.REPLACE_EXISTING);
				run(DIRECTORY, "npm", "ci", "--ignore-scripts", "--prefer-offline", "--no-audit", "--no-fund");
			}
		}
		return directory.toAbsolutePath();
	}

	/**
	 * Compile TypeScript in strict mode.
	 * @param directory the directory of the files
	 * @param files the files, which must be valid
	 */
	static void compile(Path directory, String... files) {
		List<String> command = new ArrayList<>(List.of("../node_modules/.bin/tsc", "--strict",
				"--noUncheckedIndexedAccess", "--exactOptionalPropertyTypes", "--noImplicitReturns", "--noUnusedLocals",
				"--target", "es2022", "--module", "nodenext"));
		command.addAll(List.of(files));
		run(directory, command.toArray(String[]::new));
	}

	/**
	 * Run a program that must succeed.
	 * @param directory the directory to run it in
	 * @param command the program and its arguments
	 * @return what it has printed
	 */
	static String run(Path directory, String... command) {
		try {
			Process process = new ProcessBuilder(List.of(command)).directory(directory.toFile())
				.redirectErrorStream(true)
				.start();
			String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			assertThat(process.waitFor()).as(output).isZero();
			return output;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
