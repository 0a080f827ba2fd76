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

import io.github.faultbook.pipeline.ErrorPipeline;
import io.github.faultbook.pipeline.ErrorReply;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

import org.springframework.context.ConfigurableApplicationContext;

/**
 * Benchmark for an error from {@code new} to the last byte, without an HTTP stack.
 */
public class PipelineBenchmark extends Measured {

	@Param({ "details-map", "problem-details" })
	String format;

	private ConfigurableApplicationContext application;

	private ErrorPipeline pipeline;

	@Setup
	public void start() {
		this.application = Pipelines.start("faultbook.format=" + this.format);
		this.pipeline = Pipelines.of(this.application);
	}

	@TearDown
	public void stop() {
		this.application.close();
	}

	@Benchmark
	public ErrorReply notFound() {
		return this.pipeline.handle(Errors.notFound(), Errors.REQUEST);
	}

	@Benchmark
	public ErrorReply invalid() {
		return this.pipeline.handle(Errors.invalid(), Errors.REQUEST);
	}

	@Benchmark
	public ErrorReply unexpected() {
		return this.pipeline.handle(new IllegalStateException("the connection pool is empty"), Errors.REQUEST);
	}

}
