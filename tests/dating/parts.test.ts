import { describe, expect, test } from 'vitest'
import { BODY, profilesOf } from './profileOf.ts'

const PIECE = BODY.repeat(3)

describe('bundles', () => {
  test('titles numbered 1, 2, 3 behind the name of the bundle', async () => {
    const name = 'XX镇文化站工作总结汇报材料精选'
    const text = `${name}3篇\n下面是整理的${name}3篇，供大家参考。\n${name}1\n${PIECE}\n${name}2\n开福区文化惠民工作总结 我区全区联动，我区成效明显。\n${PIECE}\n${name}3\n${PIECE}`
    const { document, reports } = await profilesOf(text)
    expect(reports.map(({ part }) => part)).toEqual([0, 1, 2])
    expect(reports.map(({ start }) => document.source.slice(start, start + name.length + 1)).slice(1)).toEqual([
      `${name}2`,
      `${name}3`,
    ])
    expect(reports[1]).toMatchObject({
      title: '开福区文化惠民工作总结',
      region: '湖南省长沙市开福区',
      issuer: '开福区',
    })
    expect(reports[0]?.end).toBe(reports[1]?.start)
    expect(reports[2]?.end).toBe(document.source.length + 1)
  })
  test('the same title of another year', async () => {
    const text = `青澜县文化和旅游局2023年工作总结\n${PIECE}\n青澜县文化和旅游局2022年工作总结\n${PIECE}`
    expect((await profilesOf(text)).reports.map(({ year }) => year)).toEqual([2023, 2022])
  })
  test('titles of different bodies', async () => {
    const text = `青澜县图书馆2023年工作总结\n${PIECE}\n青澜县文化馆2022年工作计划\n${PIECE}`
    const { reports } = await profilesOf(text)
    expect(reports.map(({ issuer, year, kind }) => [issuer, year, kind])).toEqual([
      ['青澜县图书馆', 2023, 'summary'],
      ['青澜县文化馆', 2022, 'plan'],
    ])
  })
  test('numbered pieces', async () => {
    const text = `文化站工作总结\n篇一：东山镇文化站2021年工作总结\n${PIECE}\n篇二：西山镇文化站2022年工作总结\n${PIECE}`
    expect((await profilesOf(text)).reports.map(({ year, region }) => [year, region])).toEqual([
      [2021, '东山镇'],
      [2022, '西山镇'],
    ])
  })
})

describe('no bundle', () => {
  test.each([
    ['a summary and its plan', `青澜县文化馆2023年工作总结\n${PIECE}\n2024年工作打算\n${PIECE}`],
    ['a site that names three pieces and shows one', `XX区文化局工作总结(精选3篇)\nXX区文化局工作总结\n${PIECE}`],
    [
      'a title repeated for the same year',
      `青澜县文化馆2023年工作总结\n${PIECE}\n青澜县文化馆2023年工作总结\n${PIECE}`,
    ],
    [
      'a notice and the plan that it issues',
      `关于印发《青澜县文化馆2023年工作要点》的通知\n${PIECE}\n青澜县文化馆2023年工作要点\n${PIECE}`,
    ],
    [
      'a report named in a sentence',
      `青澜县文化馆2023年工作总结\n${PIECE}\n根据《青澜县文化馆2022年工作总结》，继续推进。\n${PIECE}`,
    ],
  ])('%s', async (_, text) => {
    expect((await profilesOf(text)).reports).toHaveLength(1)
  })
})
