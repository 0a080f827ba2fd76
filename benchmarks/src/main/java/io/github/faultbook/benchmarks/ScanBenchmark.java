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

package io.github.faultbook.benchmarks;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import javax.tools.ToolProvider;

import io.github.faultbook.ErrorCode;
import io.github.faultbook.autoconfigure.catalog.ErrorCodeScanner;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

import org.springframework.context.support.GenericApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * Benchmark for finding ten enums with error codes among the classes of an application.
 */
@Fork(value = 3, jvmArgsAppend = { "-Xms512m", "-Xmx512m", "-XX:+UseSerialGC" })
public class ScanBenchmark extends Measured {

	private static final int ENUMS = 10;

	@Param({ "0", "5000" })
	int classes;

	private Path directory;

	private URLClassLoader classLoader;

	@Setup
	public void compile() throws IOException {
		this.directory = Files.createTempDirectory("scan");
		List<String> arguments = new ArrayList<>(List.of("-proc:none", "-d", this.directory.toString()));
		for (int i = 0; i < ENUMS; i++) {
			arguments.add(write("Error" + i, """
					public enum Error%1$d implements io.github.faultbook.ErrorCode {
						CODE_%1$d;
						public io.github.faultbook.ErrorDefinition definition() {
							return io.github.faultbook.ErrorDefinition.of(409, "Conflict.");
						}
					}
					""".formatted(i)));
		}
		for (int i = 0; i < this.classes; i++) {
			arguments.add(write("Service" + i, """
					public class Service%d implements java.util.function.Supplier<String> {
						private final java.util.List<String> names = new java.util.ArrayList<>();
						@Override
						public String get() {
							return String.join(", ", this.names);
						}
					}
					""".formatted(i)));
		}
		int status = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
		if (status != 0) {
			throw new IllegalStateException("The generated classes do not compile");
		}
		this.classLoader = new URLClassLoader(new URL[] { this.directory.toUri().toURL() },
				getClass().getClassLoader());
	}

	private String write(String name, String source) throws IOException {
		return Files.writeString(this.directory.resolve(name + ".java"), "package generated;\n" + source).toString();
	}

	@TearDown
	public void delete() throws IOException {
		this.classLoader.close();
		FileSystemUtils.deleteRecursively(this.directory);
	}

	@Benchmark
	@BenchmarkMode(Mode.SingleShotTime)
	@Warmup(iterations = 0)
	@Measurement(iterations = 1)
	public List<ErrorCode> scanFirst() {
		return scan();
	}

	@Benchmark
	@BenchmarkMode(Mode.SingleShotTime)
	@Warmup(iterations = 5)
	@Measurement(iterations = 7)
	public List<ErrorCode> scanAgain() {
		return scan();
	}

	private List<ErrorCode> scan() {
		try (GenericApplicationContext context = new GenericApplicationContext()) {
			context.setClassLoader(this.classLoader);
			context.refresh();
			List<ErrorCode> codes = new ErrorCodeScanner(context, new ArrayList<>()).scan("faultbook.codes",
					List.of("generated"));
			if (codes.size() != ENUMS) {
				throw new IllegalStateException("Found " + codes);
			}
			return codes;
		}
	}

}
