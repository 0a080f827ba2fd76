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

import java.util.List;
import java.util.Locale;

import io.github.faultbook.ErrorCatalog;
import io.github.faultbook.ErrorCode;
import io.github.faultbook.documentation.DocumentationEdition;
import io.github.faultbook.documentation.ErrorDocumentation;
import io.github.faultbook.format.WireFormat;
import io.github.faultbook.format.WireFormats;
import io.github.faultbook.pipeline.ErrorMessages;
import io.github.faultbook.pipeline.ErrorTexts;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.Warmup;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.ConfigurableApplicationContext;

/**
 * Benchmark for the one-time work that depends on the size of the catalog: checking it,
 * starting an application with it, and documenting it in one language.
 */
@Fork(value = 1, jvmArgsAppend = { "-Xms512m", "-Xmx512m", "-XX:+UseSerialGC" })
public class StartBenchmark extends Measured {

	@Param({ "10", "10000" })
	int entries;

	private List<ErrorCode> codes;

	private ErrorCatalog catalog;

	private WireFormat format;

	@Setup
	public void fill() {
		this.codes = BenchmarkError.list(this.entries);
		this.catalog = ErrorCatalog.of(this.codes);
		this.format = new WireFormats(JsonMapper.shared(), null).preset("details-map");
	}

	@Benchmark
	public ErrorCatalog check() {
		return ErrorCatalog.of(this.codes);
	}

	@Benchmark
	public DocumentationEdition describe() {
		return new ErrorDocumentation(this.catalog, List.of(this.format), new ErrorTexts(ErrorMessages.NONE))
			.in(Locale.ENGLISH);
	}

	@Benchmark
	@BenchmarkMode(Mode.SingleShotTime)
	@Warmup(iterations = 5)
	@Measurement(iterations = 7)
	public void start() {
		try (ConfigurableApplicationContext application = Pipelines.start(this.codes)) {
			Pipelines.of(application);
		}
	}

}
