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

package io.github.faultbook.benchmarks.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a thread was doing in some samples.
 *
 * @param frames the calls, callers first, as {@code package/Class.method} or the names of
 * native functions
 * @param weight how many samples, or how many bytes
 */
record Stack(List<String> frames, long weight) {

	/**
	 * Read collapsed stacks that begin with the names of their threads.
	 * @param file the file
	 * @return the stacks, without those of the compilers: what they do is chance
	 * @throws IOException if the file cannot be read
	 */
	static List<Stack> read(Path file) throws IOException {
		try (Stream<String> lines = Files.lines(file)) {
			return lines.filter((line) -> !line.matches("\\[C[12] CompilerThre.*")).map(Stack::parse).toList();
		}
	}

	private static Stack parse(String line) {
		int end = line.lastIndexOf(' ');
		List<String> frames = List.of(line.substring(0, end).split(";"));
		return new Stack(frames.subList(1, frames.size()), Long.parseLong(line.substring(end + 1)));
	}

	static long total(List<Stack> stacks) {
		return stacks.stream().mapToLong(Stack::weight).sum();
	}

}
