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

import io.github.faultbook.ApiException;
import io.github.faultbook.ErrorCatalog;
import io.github.faultbook.ErrorCode;
import io.github.faultbook.format.WireFormat;
import io.github.faultbook.format.WireFormats;
import io.github.faultbook.pipeline.ErrorPipeline;
import io.github.faultbook.pipeline.ErrorReply;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import tools.jackson.databind.json.JsonMapper;

/**
 * Benchmark for errors with catalogs of different sizes, which must not affect the cost.
 */
public class CatalogBenchmark extends Measured {

	@Param({ "10", "10000" })
	int entries;

	private ErrorCatalog catalog;

	private ErrorPipeline pipeline;

	private ErrorCode last;

	@Setup
	public void fill() {
		List<ErrorCode> codes = BenchmarkError.list(this.entries);
		this.last = codes.get(codes.size() - 1);
		this.catalog = ErrorCatalog.of(codes);
		WireFormat format = new WireFormats(JsonMapper.shared(), null).preset("details-map");
		this.pipeline = ErrorPipeline.builder(this.catalog, (request) -> format, JsonMapper.shared()).build();
	}

	@Benchmark
	public ErrorCode find() {
		return this.catalog.get(this.last.code());
	}

	@Benchmark
	public ErrorReply byCode() {
		return this.pipeline.handle(new ApiException(this.last), Errors.REQUEST);
	}

	@Benchmark
	public ErrorReply byStatus() {
		return this.pipeline.handle(404, Errors.REQUEST);
	}

}
