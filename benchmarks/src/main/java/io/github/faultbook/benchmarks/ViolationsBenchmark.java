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

import java.util.concurrent.TimeUnit;

import io.github.faultbook.ApiError;
import io.github.faultbook.format.WireFormat;
import io.github.faultbook.format.WireFormats;
import io.github.faultbook.pipeline.ErrorPipeline;
import io.github.faultbook.pipeline.ErrorReply;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.ConfigurableApplicationContext;

/**
 * How the cost grows with the violations: without end where a format is asked to write
 * them, up to the bound of 100 where the pipeline is.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = { "-Xms256m", "-Xmx256m", "-XX:+UseSerialGC" })
@State(Scope.Benchmark)
public class ViolationsBenchmark {

	@Param({ "1", "10", "100", "1000", "10000" })
	int violations;

	private ConfigurableApplicationContext application;

	private ErrorPipeline pipeline;

	private WireFormat format;

	private ApiError invalid;

	@Setup
	public void start() {
		this.application = Pipelines.start("faultbook.format=details-map");
		this.pipeline = Pipelines.of(this.application);
		this.format = new WireFormats(JsonMapper.shared(), null).preset("details-map");
		this.invalid = Errors.invalid(this.violations);
	}

	@TearDown
	public void stop() {
		this.application.close();
	}

	@Benchmark
	public byte[] write() {
		return this.format.write(this.invalid, Errors.REQUEST);
	}

	@Benchmark
	public ErrorReply answer() {
		return this.pipeline.handle(this.invalid, Errors.REQUEST);
	}

}
