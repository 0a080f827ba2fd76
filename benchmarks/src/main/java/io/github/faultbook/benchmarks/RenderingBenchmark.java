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
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import tools.jackson.databind.json.JsonMapper;

/**
 * Benchmark for writing an error with a fact and an error with two violations, in each
 * preset, and for compiling the preset.
 */
public class RenderingBenchmark extends Measured {

	@Param({ "status-message", "status-message-nested", "details-map", "details-array", "nested-code", "nested-type",
			"problem-details" })
	String format;

	private WireFormat compiled;

	private ApiError notFound;

	private ApiError invalid;

	@Setup
	public void prepare() {
		this.compiled = compile();
		this.notFound = ApiError.of(Errors.notFound());
		this.invalid = Errors.invalid(2);
	}

	@Benchmark
	public WireFormat compile() {
		return new WireFormats(JsonMapper.shared(), null).preset(this.format);
	}

	@Benchmark
	public byte[] notFound() {
		return this.compiled.write(this.notFound, Errors.REQUEST);
	}

	@Benchmark
	public byte[] invalid() {
		return this.compiled.write(this.invalid, Errors.REQUEST);
	}

}
