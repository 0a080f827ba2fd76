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
 * Benchmark for resolving exceptions: an unknown exception with 1 to 50 causes, and an
 * exception of which only a distant superclass is mapped. The exceptions are created
 * once, as filling in a stack trace costs more than resolving.
 */
public class ResolvingBenchmark extends Measured {

	private final Throwable distant = new Distant();

	@Param({ "1", "10", "32", "50" })
	int causes;

	private ConfigurableApplicationContext application;

	private ErrorPipeline pipeline;

	private Throwable unknown;

	@Setup
	public void start() {
		this.application = Pipelines.start("faultbook.format=details-map",
				"faultbook.mappings.[" + Known.class.getName() + "]=conflict");
		this.pipeline = Pipelines.of(this.application);
		this.unknown = new IllegalStateException("the last");
		for (int i = 1; i < this.causes; i++) {
			this.unknown = new IllegalStateException("wrapped", this.unknown);
		}
	}

	@TearDown
	public void stop() {
		this.application.close();
	}

	@Benchmark
	public ErrorReply unknown() {
		return this.pipeline.handle(this.unknown, Errors.REQUEST);
	}

	@Benchmark
	public ErrorReply knownBySuperclass() {
		return this.pipeline.handle(this.distant, Errors.REQUEST);
	}

	static class Known extends RuntimeException {

	}

	static class Near extends Known {

	}

	static class Farther extends Near {

	}

	static class Far extends Farther {

	}

	static class Distant extends Far {

	}

}
