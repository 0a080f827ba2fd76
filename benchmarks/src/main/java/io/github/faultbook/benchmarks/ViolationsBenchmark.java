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

import io.github.faultbook.ApiError;
import io.github.faultbook.format.WireFormat;
import io.github.faultbook.format.WireFormats;
import io.github.faultbook.pipeline.ErrorPipeline;
import io.github.faultbook.pipeline.ErrorReply;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.ConfigurableApplicationContext;

/**
 * Benchmark for the number of violations, which is not limited in a format but limited to
 * 100 in the pipeline.
 */
public class ViolationsBenchmark extends Measured {

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
