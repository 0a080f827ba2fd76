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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The tool of Prometheus that checks and tests rules.
 */
final class Promtool {

	private static final boolean INSTALLED = Stream.of(System.getenv("PATH").split(File.pathSeparator))
		.anyMatch((directory) -> Files.isExecutable(Path.of(directory, "promtool")));

	private Promtool() {
	}

	/**
	 * Return whether the tool is installed.
	 * @return whether it is on the path
	 * @throws IllegalStateException if it is not although the environment variable
	 * {@code PROMTOOL_TESTS} says {@code required}
	 */
	static boolean isInstalled() {
		if (!INSTALLED && "required".equals(System.getenv("PROMTOOL_TESTS"))) {
			throw new IllegalStateException("Install promtool, which is in the package prometheus");
		}
		return INSTALLED;
	}

	static void succeeds(String... arguments) {
		List<String> command = new ArrayList<>(List.of("promtool"));
		command.addAll(List.of(arguments));
		try {
			Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
			String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			assertThat(process.waitFor()).as(output).isZero();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
